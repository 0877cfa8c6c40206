import type { Notion } from '../notion.ts';

/** Entries that are no number any more, or infinite. */
export const nan: Notion = {
  name: 'nan',
  aliases: ['inf', 'infinity', 'not-a-number'],
  summary: 'entries that are no number any more, or infinite',
  explanation: {
    text: [
      'Beyond 3.4·10³⁸ float32 overflows to infinity, and infinity minus infinity is NaN, not a number.',
      'One of them spoils everything computed from it, so a training ends with the step in which the first appears; the report says where.',
    ],
    formula: null,
    source: null,
    example: 'depth=60 act=relu init=lecun-normal gain=100',
    seeAlso: ['verdict=overflow', 'stopped', 'float32'],
  },
};
