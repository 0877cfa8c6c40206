import type { Notion } from '../notion.ts';

/** The gradient fades on its way to the first layer, more than training bears. */
export const vanishing: Notion = {
  name: 'vanishing',
  aliases: ['vanished', 'vanish'],
  summary: 'the gradient fades on its way to the first layer, more than training bears',
  explanation: {
    text: [
      'Between the last and the first layer the gradient loses more than 1.3 decades, a factor of 20, which is six depth scales: networks were found not to train beyond.',
      'The first layers stand still while the last ones learn. The cause names the factor per layer, and the advice what brings it to 1.',
    ],
    formula: 'decades < −3 log₁₀ e = −1.30',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=10 act=sigmoid',
    seeAlso: ['vanishing-gradient-problem', 'depth-scale', 'relu-he'],
  },
};
