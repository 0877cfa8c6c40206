/**
 * Published results that the laboratory reproduces on plain nets. P04 (a deep relu net trains with He and not with
 * Xavier), P08 (trainable depth) and the training half of P11 need training and come with it; P14 to P24 concern
 * architectures that come with their own parts.
 */
export type { Claim } from './claim.ts';
export type { Comparison, Outcome, ToleranceKind } from './outcome.ts';
export { claims, type ReproduceOptions, type ReproduceProgress, type ReproductionRow, reproduce } from './reproduce.ts';
