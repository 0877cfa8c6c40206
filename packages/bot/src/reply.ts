import type { ReproductionRow } from '@vanish/core';
import type { Examination } from '@vanish/core/engine';
import type { Issue } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';
import type { SavedProbe } from '@vanish/core/watch';
import type { AnswerWatcher } from './laboratory/laboratory.ts';

/** What a platform hands to the front desk: somebody's words, and how to reach them while they wait. */
export interface Request extends AnswerWatcher {
  /** The question as typed, without the platform's own options. */
  readonly text: string;
  /** Where the names of files start from. */
  readonly folder: string;
  /** Whether an answer that is kept will not do. */
  readonly isFresh: boolean;
}

/** What the front desk hands back: data and words, never a platform's markup. */
export type Reply =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | Answered
  | Probed
  /** An answer that is to become a page. */
  | { readonly kind: 'page'; readonly about: Answered | Probed }
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

/** What was measured; since when it is known, where it was not measured just now. */
interface Answered {
  readonly kind: 'answer';
  readonly answer: Answer;
  readonly keptSince: Date | null;
}

/** A saved model that was looked at, and how to ask for it again. */
interface Probed extends SavedProbe {
  readonly kind: 'probe';
  readonly query: string;
}

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
