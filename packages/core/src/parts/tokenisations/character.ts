import type { Tokenisation } from './tokenisation.ts';

const letters = "abcdefghijklmnopqrstuvwxyz .,;:!?'-";

/** Characters: the letters in lower case, the space, and what punctuates sentences; others are left out, runs of space are one. */
export const character: Tokenisation = {
  name: 'character',
  aliases: ['char', 'characters', 'letters', 'character-level'],
  summary: 'letters in lower case, spaces and marks of punctuation',
  explanation: {
    text: [
      'The text is read letter by letter, in lower case, with spaces and marks of punctuation.',
      'There are few symbols, so the readout is small, but a sentence is many steps long and the gradient has to come far.',
      'Words make shorter sequences of more symbols.',
    ],
    formula: null,
    source: null,
    example: 'net=lstm task=words tokenisation=character steps=30',
    seeAlso: ['tokenisation=word', 'words'],
  },
  most: letters.length,
  split: (text) => {
    const plain = text.normalize('NFKD').toLowerCase().replaceAll('’', "'").replaceAll('—', '-').replace(/\s+/gu, ' ');
    return [...plain].filter((letter) => letters.includes(letter));
  },
};
