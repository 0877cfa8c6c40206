/** Published results that the laboratory reproduces, by measuring and by training. */
export type { Claim, Takes } from './claim.ts';
export type { Comparison, Outcome, ToleranceKind } from './outcome.ts';
export { claims, type ReproduceOptions, type ReproduceProgress, type ReproductionRow, reproduce } from './reproduce.ts';
