import type { Notion } from '../notion.ts';

/** The gradient arrives at the first layer about as large as it was. */
export const healthy: Notion = {
  name: 'healthy',
  aliases: ['ok', 'fine'],
  summary: 'the gradient arrives at the first layer about as large as it was',
  explanation: {
    text: [
      'Over all layers the gradient changes by less than 0.65 decades, a factor of 4.5: depth costs less here than the choice of a learning rate does.',
      'This is said of the start. Whether the network learns its task, train= shows.',
    ],
    formula: '|decades| ≤ 0.65',
    source: 'half of the threshold of Schoenholz et al. 2017',
    example: 'depth=30 act=relu init=he-normal',
    seeAlso: ['verdict=borderline', 'trainable-depth', 'train'],
  },
};
