import type { Notion } from '../notion.ts';

/** How much farther a network is from flat, or from no loss, than the best of those it is compared with. */
export const behind: Notion = {
  name: 'behind',
  aliases: ['behind-the-best', 'ranking', 'ranked-by', 'paired-difference'],
  summary: 'how much farther a network is from flat, or from no loss, than the best it is compared with',
  explanation: {
    text: [
      'Networks are compared on the same seeds and data, so each is set beside the best one seed by seed, and the mean of the differences is told with its 95 % interval.',
      'What all of them owe to a lucky draw cancels, so such a difference is known better than either of the two numbers. An interval that holds 0 says that these networks cannot tell the two apart.',
    ],
    formula: 'mean of (|x| − |x best|) over seeds ± t · sd / √seeds',
    source: null,
    example: 'depth=10 act=sigmoid,tanh,relu',
    seeAlso: ['confidence-interval', 'decades-per-layer', 'loss'],
  },
};
