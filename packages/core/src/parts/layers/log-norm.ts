import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/** The smallest normal float32. */
const smallestFloat32 = 2 ** -126;

/**
 * ln Σ x² of each network, over all axes but the first. The careful way divides by the largest entry first, so that no
 * square under- or overflows. **Shape** x [seeds, …] → [seeds]. **Unit** nats.
 */
export const logSumOfSquares = ({ tf, seeds, isCareful }: Pass, x: Tensor): Tensor => {
  const axes = x.shape.map((_, axis) => axis).slice(1);
  if (!isCareful) return tf.log(tf.sum(tf.square(x), axes));
  const largest = tf.maximum(tf.max(tf.abs(x), axes, true), smallestFloat32);
  return tf.add(tf.log(tf.sum(tf.square(tf.div(x, largest)), axes)), tf.mul(2, tf.log(tf.reshape(largest, [seeds]))));
};

/** ln E x² of each network. **Shape** x [seeds, …] → [seeds]. **Unit** nats. */
export const logMeanSquare = (pass: Pass, x: Tensor): Tensor =>
  pass.tf.sub(logSumOfSquares(pass, x), Math.log(x.shape.slice(1).reduce((product, size) => product * size, 1)));
