import type { Laboratory } from './laboratory.ts';
import type { Comparison } from './outcome.ts';

/** A published result. */
export interface Claim {
  /** `P01`, as numbered in the list of published results. */
  readonly id: string;
  /** What was published, in one sentence. */
  readonly claim: string;
  /** Author, year, arXiv id; a result of this project says so. */
  readonly source: string;
}

/** A published result with the experiment that reproduces it. */
export interface RunnableClaim extends Claim {
  /** Does the experiment. Whether a number agrees is decided elsewhere, in one place for all claims. */
  readonly run: (laboratory: Laboratory) => Promise<readonly Comparison[]>;
}
