import type { Notion } from '../notion.ts';

/** Entries that are exactly zero, in any precision. */
export const exactZeros: Notion = {
  name: 'exact-zeros',
  aliases: ['zero', 'zero-count'],
  summary: 'entries that are exactly zero, in any precision',
  explanation: {
    text: [
      'Entries of the signal that are zero and would be so in any precision: behind a dead unit, or behind weights that are zero.',
      'They are counted apart from underflow, for no better arithmetic brings them back. Half of them are usual with relu.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=relu init=he-normal',
    seeAlso: ['underflow', 'verdict=zero', 'dead-units'],
  },
};
