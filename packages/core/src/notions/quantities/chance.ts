import type { Notion } from '../notion.ts';

/** The loss and the accuracy of an answer that knows nothing but how often each answer comes. */
export const chance: Notion = {
  name: 'chance',
  aliases: ['chance-loss', 'chance-accuracy', 'guessing', 'baseline'],
  summary: 'the loss and the accuracy of an answer that knows nothing but how often each answer comes',
  explanation: {
    text: [
      'What can be had without looking at the input: ln K and 1/K for K equally frequent classes, the variance for numbers.',
      'A training that stays at chance has learned nothing, however smooth its curve looks.',
    ],
    formula: 'ln K for K classes',
    source: null,
    example: 'depth=30 act=sigmoid train=100',
    seeAlso: ['accuracy', 'loss', 'not-learned'],
  },
};
