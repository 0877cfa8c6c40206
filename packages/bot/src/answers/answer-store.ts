import type { Answer } from '@vanish/core/study';

/** An answer, and when it was measured. */
export interface Kept {
  readonly answer: Answer;
  readonly since: Date;
}

/** Whether the time sufficed for all of it; only then is an answer kept. */
export const isWhole = (answer: Answer): boolean => !('unanswered' in answer) || answer.unanswered.length === 0;

/** Where answers are kept, by the canonical text of their question. Neither ever fails: what cannot be kept is measured again. */
export interface AnswerStore {
  readonly get: (query: string) => Promise<Kept | null>;
  readonly put: (query: string, kept: Kept) => Promise<void>;
  /** How many answers there are, and where. */
  readonly describe: () => Promise<string>;
}

/** Keeps nothing. */
export const noStore: AnswerStore = {
  get: async () => null,
  put: async () => {},
  describe: async () => 'none are kept',
};
