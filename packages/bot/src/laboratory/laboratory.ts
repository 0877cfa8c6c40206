import type { ReproductionRow } from '@vanish/core';
import type { Examination } from '@vanish/core/engine';
import type { Answer, Hands, MeasuredQuestion, StudyReport } from '@vanish/core/study';
import type { SavedProbe } from '@vanish/core/watch';
import type { ProbeOrder } from '../model-files/probe-model-files.ts';

/** How a piece of work reaches the one who waits for it. */
export interface Watcher {
  /** Aborted when the answer is no longer wanted: the work ends at once. */
  readonly signal: AbortSignal;
  /** Told what is being done, in words: `measuring 24 of 36 networks`. */
  readonly onProgress: (stage: string) => void;
}

/** What an answer may take, and who wants to see it grow. */
export interface AnswerWatcher extends Watcher {
  /** After which nothing more is begun: the answer tells what is known and what is not. Null: it takes what it takes. **Unit** milliseconds. */
  readonly budgetMs: number | null;
  /** Told what is known so far, where an answer grows. */
  readonly onPartial: ((report: StudyReport) => void) | null;
}

/** Where experiments run. The front desk never computes: it sends the work here, so that its own thread stays free. */
export interface Laboratory {
  /** Loads an engine before anybody asks, and resolves when it is there. Never rejects: the first question will say what is wrong. */
  readonly warmUp: (engine: string) => Promise<void>;
  /** Those who run errands; whatever they have in hand ends with the signal. */
  readonly hands: (signal: AbortSignal) => Promise<Hands>;
  /** **Throws** what measuring throws, and WorkEnded when the work was ended. */
  readonly answer: (question: MeasuredQuestion, watcher: AnswerWatcher) => Promise<Answer>;
  readonly examine: (watcher: Watcher) => Promise<Examination>;
  /** A saved model, read and looked at. **Throws** ModelFileError, in words for whoever named the files. */
  readonly probe: (order: ProbeOrder, watcher: Watcher) => Promise<SavedProbe>;
  /** Published results, measured again one by one. */
  readonly reproduce: (selection: Selection, watcher: Watcher) => AsyncIterable<ReproductionRow>;
  /** Ends whatever still runs. */
  readonly close: () => Promise<void>;
}

/** Which published results, and on which engine. */
export interface Selection {
  /** Empty: those that take measuring alone, and with `includesTraining` all of them. */
  readonly ids: readonly string[];
  readonly includesTraining: boolean;
  readonly engine: string;
}

/** The asker went away before the answer came. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';
}
