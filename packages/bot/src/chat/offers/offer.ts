import type { MeasuredQuestion } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';

/** A button below an answer that asks another question. A variant is one file and one line on the shelf. */
export interface Offer {
  readonly name: string;
  /** Its place among the others below an answer, the lowest first. */
  readonly rank: number;
  /** What the button says. At most 75 characters. */
  readonly label: string;
  /**
   * Text of the question that it asks; null where that makes no sense. Of an answer that was given long ago the question alone is
   * known, and `answer` is null.
   */
  readonly ask: (question: MeasuredQuestion, answer: Answer | null) => string | null;
}
