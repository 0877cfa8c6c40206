import type { Answer } from '@vanish/core/study';

/** An answer, and when it was measured. */
export interface Kept {
  readonly answer: Answer;
  readonly since: Date;
}

/** Where answers are kept, by the canonical text of their question. Neither ever fails: what cannot be kept is measured again. */
export interface AnswerStore {
  readonly get: (query: string) => Promise<Kept | null>;
  readonly put: (query: string, kept: Kept) => Promise<void>;
}

/** Keeps nothing. */
export const noStore: AnswerStore = { get: async () => null, put: async () => {} };
