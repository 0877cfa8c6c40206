import type { Laboratory } from './laboratory.ts';
import type { Comparison } from './outcome.ts';

/** What a claim takes: networks measured as they are drawn, in seconds, or networks trained, which takes up to minutes. */
export type Takes = 'measuring' | 'training';

/** A published result. What of it shows at once and what only training shows are two claims of one number. */
export interface Claim {
  /** `P01`, as numbered in the list of published results. */
  readonly id: string;
  /** What was published, in one sentence. */
  readonly claim: string;
  /** Author, year, arXiv id; a result of this project says so. */
  readonly source: string;
  readonly takes: Takes;
  /** Where the experiment differs from the published one, and why. */
  readonly remark?: string;
}

/** A published result with the experiment that reproduces it. */
export interface RunnableClaim extends Claim {
  /** Does the experiment. Whether a number agrees is decided elsewhere, in one place for all claims. */
  readonly run: (laboratory: Laboratory) => Promise<readonly Comparison[]>;
}
