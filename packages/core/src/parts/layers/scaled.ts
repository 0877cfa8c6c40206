import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/** x · scale for the scale of a parameter, which is one in a training. */
export const scaled = ({ tf, isTraining }: Pass, x: Tensor, scale: Tensor): Tensor => (isTraining ? x : tf.mul(x, scale));

/** The logarithm of two scales together, which is that of one in a training. */
export const addScales = ({ tf, isTraining }: Pass, one: Tensor, other: Tensor): Tensor =>
  isTraining ? one : tf.add(one, other);
