import { equalClasses } from './answers.ts';
import { oneHotTargets } from './one-hot.ts';
import type { Task } from './task.ts';

const classes = 10;
const share = 0.5;

/** Ten Gaussian clusters, x = √½·centre + √½·noise, all N(0, 1) per entry so that E x² = 1; example b has class b mod 10. */
export const clusters: Task = {
  name: 'clusters',
  aliases: ['gaussian', 'blobs', 'gaussian-clusters'],
  summary: 'ten Gaussian class clusters with unit variance per feature',
  explanation: {
    text: [
      'Ten classes of points around ten random centres, every coordinate of variance 1.',
      'A network of one layer can learn it, so a deep one that cannot has a problem with its gradient and not with the task.',
      'It is the default.',
    ],
    formula: 'x = √½ · centre + √½ · noise',
    source: null,
    example: 'depth=3 act=tanh train=150',
    seeAlso: ['pairs', 'digits', 'chance'],
  },
  signature: 'clusters',
  answers: equalClasses(classes),
  period: classes,
  inputSecondMoment: 1,
  inputCorrelation: 0,
  draw: (tf, random, { seeds, batch, features }) => {
    const repeats = Math.ceil(batch / classes);
    const centres = tf.tile(random.normal([seeds, classes, features]), [1, repeats, 1]);
    const ownCentre = tf.slice(centres, [0, 0, 0], [seeds, batch, features]);
    const noise = random.freshNormal([seeds, batch, features]);
    const inputs = tf.add(tf.mul(ownCentre, Math.sqrt(share)), tf.mul(noise, Math.sqrt(1 - share)));
    return { inputs, targets: oneHotTargets(tf, batch, classes, (example) => example % classes) };
  },
};
