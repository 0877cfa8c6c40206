import type { Notion } from '../notion.ts';

/** A training that stayed at chance. */
export const notLearned: Notion = {
  name: 'not-learned',
  aliases: ['not', 'stuck'],
  summary: 'a training that stayed at chance',
  explanation: {
    text: [
      'After all steps the network answers as well as a guess. If the verdict beforehand was vanishing or exploding, this is what it foretold.',
      'If it was healthy, time was too short or the learning rate wrong.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid train=200',
    seeAlso: ['learned', 'chance', 'verdict=vanishing'],
  },
};
