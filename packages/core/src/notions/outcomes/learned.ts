import type { Notion } from '../notion.ts';

/** A training that came more than half of the way from chance to perfection. */
export const learned: Notion = {
  name: 'learned',
  aliases: ['success'],
  summary: 'a training that came more than half of the way from chance to perfection',
  explanation: {
    text: [
      'At the end the network is more than half of the way from guessing to being right, judged by accuracy, or by loss where a number or a word is asked for, and beyond what luck would explain.',
      'The report says which layers moved, and when.',
    ],
    formula: null,
    source: null,
    example: 'depth=3 act=tanh train=150',
    seeAlso: ['partly-learned', 'not-learned', 'movement'],
  },
};
