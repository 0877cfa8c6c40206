import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/** How often something is so, per network; `where` is made here, and goes once it is counted. **Shape** [seeds, …, …] → [seeds, 1, 1]. */
export const count = ({ tf }: Pass, where: () => Tensor): Tensor =>
  tf.tidy(() => tf.sum(tf.cast(where(), 'float32'), [1, 2], true));

/** Numbers of one network. */
export const entriesOf = ({ size, shape: [seeds = 1] }: Tensor): number => size / seeds;
