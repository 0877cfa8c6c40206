import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Variant } from '../variant.ts';

/** A way to cut gradients to size before they become steps. */
export interface Clipping extends Variant {
  /** The gradients of all parameters, cut to the threshold θ > 0, network by network. **Shape** of each [seeds, …]. */
  readonly apply: (tf: TensorFlow, gradients: readonly Tensor[], threshold: number) => readonly Tensor[];
}
