import type { Stage } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** What the branch of a residual block is made from. */
export interface BranchParts {
  /** How many weight matrices. **Range** 1 … */
  readonly matrices: number;
  /** A normalisation, no stages where there is none. */
  readonly norm: () => readonly Stage[];
  readonly activation: () => readonly Stage[];
  /** Both, in the order that was asked for. */
  readonly normAndActivation: () => readonly Stage[];
  /** The weights of that number, counted from 0. */
  readonly weights: (number: number) => readonly Stage[];
}

/** The order of weights, normalisation and activation in a residual block. */
export interface Order extends Variant {
  readonly branch: (parts: BranchParts) => readonly Stage[];
  /** What the stream passes after the branch was added to it. */
  readonly afterwards: (parts: BranchParts) => readonly Stage[];
  /** Whether a sublayer of a transformer is normalised before it (pre-LN) or the stream after it (post-LN). */
  readonly isNormalisedFirst: boolean;
}

/** 0, 1, … one for each matrix. */
export const numbersOf = ({ matrices }: BranchParts): readonly number[] =>
  Array.from({ length: matrices }, (_, number) => number);
