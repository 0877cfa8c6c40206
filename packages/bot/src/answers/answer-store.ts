import { createHash } from 'node:crypto';
import type { Answer } from '@vanish/core/study';

/** An answer, and when it was measured. */
export interface Kept {
  readonly answer: Answer;
  readonly since: Date;
}

/** Whether the time sufficed for all of it; only then is an answer kept. */
export const isWhole = (answer: Answer): boolean => !('unanswered' in answer) || answer.unanswered.length === 0;

/** Whether an answer is worth keeping beyond this process: one of a slower engine, given as the fastest was missing, is not. */
export const isLasting = (query: string, { engine }: Pick<Answer, 'engine'>): boolean =>
  engine === 'tensorflow' || /(?:^|\s)engine=/u.test(query);

/** What an answer is kept under: its question, and the version of the laboratory that measured it. Hexadecimal digits. */
export const nameOf = (version: string, query: string): string =>
  createHash('sha256').update(`${version}\n${query}`).digest('hex');

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
