import type { VerdictKind } from '../notions/verdict-kind.ts';

export type { VerdictKind } from '../notions/verdict-kind.ts';

/** A judged network: what it is, why, how we know, what to try. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** One sentence with the number that matters. */
  readonly headline: string;
  /** Where the factor per layer comes from: E φ′² × σ_w². */
  readonly cause: string;
  /** Does the signal reach the first layer? */
  readonly signal: string;
  /** Does this optimizer move the weights? */
  readonly update: string;
  /** Facts with numbers, most telling first. */
  readonly evidence: readonly string[];
  /** Runnable queries, best first. `expected` is computed by theory for that very query. */
  readonly advice: readonly { readonly query: string; readonly why: string; readonly expected: string }[];
}
