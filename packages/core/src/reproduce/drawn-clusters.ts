import { outputsFor } from '../parts/tasks/answers.ts';
import { clusters } from '../parts/tasks/clusters.ts';
import type { Task } from '../parts/tasks/task.ts';

const share = 0.5;

/**
 * The clusters, x = √½·centre + √½·noise, with the class of every example drawn, as stochastic gradient descent draws
 * examples from a set. A batch that holds every class equally often has no noise common to all its examples; without
 * that noise a deep net creeps off a plateau on which batches drawn at random hold it.
 */
export const drawnClusters: Task = {
  ...clusters,
  name: 'drawn-clusters',
  signature: 'drawn-clusters',
  period: 1,
  draw: (tf, random, { seeds, batch, features }) => {
    const classes = outputsFor(clusters.answers);
    const centres = random.normal([seeds, classes, features]);
    // the largest of independent numbers alike is each of them equally often
    const drawn = tf.argMax(random.freshNormal([seeds, batch, classes]), 2);
    // the WASM backend of TensorFlow.js 4.22 writes integers into a one-hot tensor of floats
    const targets = tf.cast(tf.oneHot(drawn, classes), 'float32');
    const noise = random.freshNormal([seeds, batch, features]);
    const ownCentre = tf.matMul(targets, centres);
    return { inputs: tf.add(tf.mul(ownCentre, Math.sqrt(share)), tf.mul(noise, Math.sqrt(1 - share))), targets };
  },
};
