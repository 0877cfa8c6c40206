import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';

/** A distribution of weight matrices with zero mean, before an initializer scales it. */
export interface Law {
  readonly name: string;
  /** E w² of one entry as the recipe counts it; an initializer that asks for Var W multiplies the draw by √(Var W / this). */
  readonly nominalVariance: (fanIn: number, fanOut: number) => number;
  /** True over nominal variance: 1, or 0.7737 where a truncation was left uncorrected. */
  readonly varianceFactor: number;
  /** Whether the singular values are all equal. */
  readonly isOrthogonal: boolean;
  /** Draws one matrix per network. **Shape** [seeds, fanIn, fanOut]. */
  readonly draw: (random: Random, shape: readonly [number, number, number]) => Tensor;
}
