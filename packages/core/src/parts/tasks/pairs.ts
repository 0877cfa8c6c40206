import { equalClasses } from './answers.ts';
import { oneHotTargets } from './one-hot.ts';
import type { Task } from './task.ts';

const classes = 10;

/** What a batch of pairs looks like. */
export interface PairsSettings {
  /** Correlation of the two members of a pair. **Range** −1 … 1. */
  readonly correlation: number;
  /** E x² of an input entry. */
  readonly secondMoment: number;
}

/**
 * Pairs of Gaussian inputs with a given correlation c: x₂ = c·x₁ + √(1 − c²)·noise, neighbours in the batch; both
 * members of a pair share a class.
 */
export const pairsWith = ({ correlation, secondMoment }: PairsSettings): Task => ({
  name: 'pairs',
  aliases: ['correlated', 'correlated-pairs'],
  summary: 'pairs of Gaussian inputs with a given correlation; pairs(0.9) sets it',
  explanation: {
    text: [
      'Normal inputs in pairs of a given correlation, 0.5 or the number in parentheses; both members of a pair share a class.',
      'The correlation that is measured layer by layer starts from it: in the ordered phase it climbs to 1, in the chaotic phase it falls to something less.',
      'It is the task for watching what depth does to two similar inputs.',
    ],
    formula: 'x₂ = c·x₁ + √(1 − c²)·noise',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=16 act=tanh init=normal gain=6.25 bias=0.09 task=pairs(0.6)',
    seeAlso: ['correlation', 'ordered-phase', 'chaotic-phase'],
  },
  parameter: {
    name: 'correlation',
    value: correlation,
    default: 0.5,
    minimum: -1,
    maximum: 1,
    with: (value) => pairsWith({ correlation: value, secondMoment }),
  },
  signature: `pairs(${correlation},${secondMoment})`,
  answers: equalClasses(classes),
  period: 2 * classes,
  inputSecondMoment: secondMoment,
  inputCorrelation: correlation,
  draw: (tf, random, { seeds, batch, features }) => {
    const pairs = Math.ceil(batch / 2);
    const first = random.normal([seeds, pairs, 1, features]);
    const noise = random.normal([seeds, pairs, 1, features]);
    const second = tf.add(tf.mul(first, correlation), tf.mul(noise, Math.sqrt(1 - correlation * correlation)));
    const all = tf.reshape(tf.concat([first, second], 2), [seeds, 2 * pairs, features]);
    const inputs = tf.mul(tf.slice(all, [0, 0, 0], [seeds, batch, features]), Math.sqrt(secondMoment));
    return { inputs, targets: oneHotTargets(tf, batch, classes, (example) => (example >> 1) % classes) };
  },
});

/** Correlated input pairs with E x² = 1. */
export const pairs: Task = pairsWith({ correlation: 0.5, secondMoment: 1 });
