import type { Report, ReproductionRow, TrainingReport } from '@vanish/core';
import type { Examination } from '@vanish/core/engine';
import type { Issue } from '@vanish/core/query';

/** What a platform hands to the front desk: somebody's words, and how to reach them while they wait. */
export interface Request {
  /** The question as typed, without the platform's own options. */
  readonly text: string;
  /** Aborted when the asker no longer wants the answer. */
  readonly signal: AbortSignal;
  /** Told what is being done, in words: `loading the engine`. */
  readonly onProgress: (stage: string) => void;
}

/** What the front desk hands back: data and words, never a platform's markup. */
export type Reply =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'training'; readonly report: TrainingReport }
  | { readonly kind: 'examination'; readonly examination: Examination }
  /** Rows arrive while the next ones are being measured; reading them throws what measuring them throws. */
  | {
      readonly kind: 'reproduction';
      readonly rows: AsyncIterable<ReproductionRow>;
      /** Ids of results that were left out because they take training. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: 'cancelled' }
  | Failure;

/** Something that should not have happened. */
export interface Failure {
  readonly kind: 'failure';
  /** One sentence for people. */
  readonly sentence: string;
  /** The question that reproduces it. */
  readonly query: string;
  /** For the log. */
  readonly stack: string;
}
