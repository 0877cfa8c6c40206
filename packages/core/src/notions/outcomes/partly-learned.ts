import type { Notion } from '../notion.ts';

/** A training that left chance behind, and came less than half of the way. */
export const partlyLearned: Notion = {
  name: 'partly-learned',
  aliases: ['partly'],
  summary: 'a training that left chance behind, and came less than half of the way',
  explanation: {
    text: [
      'The network is between a tenth and a half of the way from guessing to being right.',
      'Where the gradient was healthy before, it needs more steps or a better learning rate; else mend the gradient.',
    ],
    formula: null,
    source: null,
    example: 'depth=4 act=tanh task=spirals train=300',
    seeAlso: ['learned', 'not-learned', 'lr'],
  },
};
