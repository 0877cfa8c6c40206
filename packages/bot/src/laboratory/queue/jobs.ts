import type { MeasuredQuestion } from '@vanish/core/study';
import type { ThemeName } from '@vanish/plots';

/** A question as a job. The answer is a parcel that carries the job's name. */
export interface QuestionJob {
  readonly question: MeasuredQuestion;
  readonly theme: ThemeName;
  readonly budgetMs: number | null;
}

/** An errand of a question as a job; what it brings is a parcel. */
export interface ErrandJob {
  /** The job of the question for which it is run. */
  readonly question: string;
  /** Compressed, in base64: networks of one errand differ in a number or two. */
  readonly errand: string;
  /** Where the result is put. */
  readonly parcel: string;
  /** Of the laboratory that sends it. */
  readonly version: string;
  /** After which it is ended in any case; null: it takes what it takes. **Unit** milliseconds. */
  readonly mostMs: number | null;
}

/** What an errand's job returns where another version of the laboratory runs: it did not measure. */
export const otherVersion = 'other version';

/** The parcel in which an answer travels. */
export const answerParcel = (question: string): string => `answer-${question}`;
