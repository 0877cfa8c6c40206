import type { Tokenisation } from './tokenisation.ts';

/** Words in lower case, with what punctuates sentences as words of its own. */
export const word: Tokenisation = {
  name: 'word',
  aliases: ['words', 'word-level'],
  summary: 'words in lower case, and marks of punctuation',
  explanation: {
    text: [
      'The text is read word by word, in lower case; marks of punctuation are words of their own.',
      'A sentence is far fewer steps than it has letters, so a recurrent cell can look back over it; the price is a large readout.',
      'It is the default.',
    ],
    formula: null,
    source: null,
    example: 'net=lstm task=words tokenisation=word steps=10',
    seeAlso: ['tokenisation=character', 'vocabulary', 'words'],
  },
  most: Number.POSITIVE_INFINITY,
  split: (text) =>
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:['-]\p{L}+)*|[.,;:!?—]/gu) ?? [],
};
