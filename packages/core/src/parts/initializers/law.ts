import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/** A distribution of weight matrices with zero mean and (but for truncation) unit variance. */
export interface Law {
  readonly name: string;
  /** Variance of one entry: 1, or 0.7737 for the normal cut at 2σ and left uncorrected. */
  readonly variance: number;
  /** Whether the matrix is orthogonal (times √fanIn): its singular values are all equal. */
  readonly isOrthogonal: boolean;
  /** Draws one matrix per network. **Shape** [seeds, fanIn, fanOut]. */
  readonly draw: (tf: TensorFlow, random: Random, shape: readonly [number, number, number]) => Tensor;
}
