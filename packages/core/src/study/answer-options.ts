import type { Progress } from './errand.ts';
import type { StudyReport } from './study-report.ts';

/** What an answer is at right now. */
export interface AnswerProgress extends Progress {
  /** Networks, or groups of them, that are done, and all there are. */
  readonly done: number;
  readonly count: number;
}

/** How to answer a question. */
export interface AnswerOptions {
  /** Told what is being done, from step to step. */
  readonly onProgress?: ((progress: AnswerProgress) => void) | undefined;
  /** Told what is known so far, where an answer grows: a coarse map before the fine one. */
  readonly onPartial?: ((report: StudyReport) => void) | undefined;
  /** Ends the work; what was asked throws. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of some clock; core itself reads none. Without one no time runs out. */
  readonly now?: (() => number) | undefined;
  /** After which no further work is begun: the answer tells what is known and what is not. **Unit** milliseconds */
  readonly budgetMs?: number | undefined;
}
