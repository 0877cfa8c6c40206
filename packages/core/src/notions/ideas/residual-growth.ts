import type { Notion } from '../notion.ts';

/** How a residual stream and its gradient grow with depth. */
export const residualGrowth: Notion = {
  name: 'residual-growth',
  aliases: ['growth', 'growth-of-residual-networks'],
  summary: 'how a residual stream and its gradient grow with depth',
  explanation: {
    text: [
      'Each block adds its branch to the stream. A branch as large as the stream doubles the square every time, 2ᴸ; divided by the root of the depth it stays below e; normalised, the stream grows only in proportion to depth.',
      'Gradients grow by the same factors on their way back.',
    ],
    formula: '2ᴸ,  (1 + 1/L)ᴸ ≤ e,  L + 1',
    source: 'Zhang, Dauphin & Ma 2019, arXiv 1901.09321; De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=20 act=relu init=he-normal',
    seeAlso: ['skip=residual', 'skip=scaled', 'branch-share', 'norm=layer'],
  },
};
