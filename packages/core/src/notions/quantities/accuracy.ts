import type { Notion } from '../notion.ts';

/** The share of right answers of a training step. */
export const accuracy: Notion = {
  name: 'accuracy',
  aliases: ['hits'],
  summary: 'the share of right answers of a training step',
  explanation: {
    text: [
      'The share of examples whose largest output is that of their class; numbers count as right within a tolerance that their task names.',
      'It is taken on the batch of the step before that batch is learned, and every batch is new, so it tells what the network can and not what it has by heart.',
    ],
    formula: null,
    source: null,
    example: 'depth=3 act=tanh train=150',
    seeAlso: ['chance', 'loss', 'learned'],
  },
};
