import * as tokenisations from '../../parts/tokenisations/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey } from './key.ts';

/** Symbols that a text is taken for. */
export const vocabulary: IntegerKey = {
  kind: 'integer',
  field: 'vocabulary',
  name: 'vocabulary',
  aliases: ['vocab', 'vocabulary-size', 'vocab-size', 'num-words'],
  noun: 'vocabulary',
  summary: 'words of a text that are told apart; the rarest share one number',
  explanation: {
    text: [
      'How many words of a text are told apart; all others share one number.',
      'The loss of knowing frequencies alone, chance, grows with it.',
    ],
    formula: null,
    source: null,
    example: 'net=lstm task=words steps=10 vocabulary=500 train=50',
    seeAlso: ['words', 'tokenisation', 'chance'],
  },
  example: 'task=words vocabulary=500',
  isVariable: true,
  minimum: 2,
  maximum: 10_000,
  because: { minimum: 'one word is always the next', maximum: 'about as many words as come more than once in the text' },
  default: 1000,
};

/** What a symbol of a text is. */
export const tokenisation: ChoiceKey = {
  kind: 'choice',
  field: 'tokenisation',
  name: 'tokenisation',
  aliases: ['tokenization', 'tokeniser', 'tokenizer', 'token'],
  noun: 'tokenisation',
  plural: 'tokenisations',
  summary: 'what is predicted of a text: words or characters',
  explanation: {
    text: [
      'What a symbol of a text is: a word or a character.',
      'Characters make long sequences of few symbols, words short ones of many.',
    ],
    formula: null,
    source: null,
    example: 'net=lstm task=words steps=30 tokenisation=character',
    seeAlso: ['tokenisation=word', 'tokenisation=character', 'words'],
  },
  example: 'task=words tokenisation=character',
  isVariable: true,
  shelf: shelfWith(tokenisations),
  default: choiceOf('word'),
};
