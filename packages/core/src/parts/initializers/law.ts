import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';

/** How many taps of a kernel the rows of a weight matrix belong to, one tap after the other, and which of them is the centre. */
export interface Taps {
  readonly count: number;
  readonly centre: number;
}

/** The only tap of a matrix that is no kernel. */
export const oneTap: Taps = Object.freeze({ count: 1, centre: 0 });

/** A distribution of weight matrices, of zero mean where they are random, before an initializer scales it. */
export interface Law {
  readonly name: string;
  /** E w² of one entry as the recipe counts it; an initializer that asks for Var W multiplies the draw by √(Var W / this). */
  readonly nominalVariance: (fanIn: number, fanOut: number, taps?: number) => number;
  /** True over nominal variance: 1, or 0.7737 where a truncation was left uncorrected. */
  readonly varianceFactor: number;
  /** Whether the singular values are all equal. */
  readonly isOrthogonal: boolean;
  /** Whether a kernel has weights at its centre alone; false when left out. */
  readonly isCentred?: boolean;
  /** Whether all matrices of a shape are the same, of which mean-field theory knows nothing; false when left out. */
  readonly isDeterministic?: boolean;
  /** Draws one matrix per network. **Shape** [seeds, fanIn, fanOut]. */
  readonly draw: (random: Random, shape: readonly [number, number, number], taps: Taps) => Tensor;
}
