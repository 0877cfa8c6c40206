import type { Tokenisation } from './tokenisation.ts';

/** Words in lower case, with what punctuates sentences as words of its own. */
export const word: Tokenisation = {
  name: 'word',
  aliases: ['words', 'word-level'],
  summary: 'words in lower case, and marks of punctuation',
  most: Number.POSITIVE_INFINITY,
  split: (text) =>
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:['-]\p{L}+)*|[.,;:!?—]/gu) ?? [],
};
