import type { Notion } from '../notion.ts';

/** The share of units whose slope is zero for every example of the batch. */
export const deadUnits: Notion = {
  name: 'dead-units',
  aliases: ['dead', 'dead-share'],
  summary: 'the share of units whose slope is zero for every example of the batch',
  explanation: {
    text: [
      'A unit is dead where its slope is zero for all examples: nothing passes it, forward or back, and its weights do not learn.',
      'In deep relu nets examples become alike, so about half of the units are silent for all of them, in healthy nets too; three quarters and more are called dead here.',
    ],
    formula: null,
    source: 'Lu et al. 2019, arXiv 1903.06733',
    example: 'depth=50 act=relu init=he-normal',
    seeAlso: ['dying-relu', 'verdict=dead', 'leaky-relu'],
  },
};
