import type { Tokenisation } from './tokenisation.ts';

const letters = "abcdefghijklmnopqrstuvwxyz .,;:!?'-";

/** Characters: the letters in lower case, the space, and what punctuates sentences; others are left out, runs of space are one. */
export const character: Tokenisation = {
  name: 'character',
  aliases: ['char', 'characters', 'letters', 'character-level'],
  summary: 'letters in lower case, spaces and marks of punctuation',
  most: letters.length,
  split: (text) => {
    const plain = text.normalize('NFKD').toLowerCase().replaceAll('’', "'").replaceAll('—', '-').replace(/\s+/gu, ' ');
    return [...plain].filter((letter) => letters.includes(letter));
  },
};
