import { LRUCache } from 'lru-cache';
import type { AnswerStore, Kept } from './answer-store.ts';

/** Answers that a process holds; the least recently asked for goes first. */
const mostAnswers = 64;

/** Keeps answers in memory, and asks and tells another store behind it. */
export const memoryStore = (behind: AnswerStore): AnswerStore => {
  const answers = new LRUCache<string, Kept>({ max: mostAnswers });
  return {
    get: async (query) => {
      const known = answers.get(query) ?? (await behind.get(query));
      if (known !== null) answers.set(query, known);
      return known;
    },
    put: async (query, kept) => {
      answers.set(query, kept);
      await behind.put(query, kept);
    },
    describe: behind.describe,
  };
};
