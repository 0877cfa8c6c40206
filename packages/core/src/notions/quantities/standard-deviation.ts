import type { Notion } from '../notion.ts';

/** How much networks of one recipe differ. */
export const standardDeviation: Notion = {
  name: 'standard-deviation',
  aliases: ['sd', 'spread', 'deviation', 'loss-per-seed'],
  summary: 'how much networks of one recipe differ',
  explanation: {
    text: [
      'The standard deviation over networks of one recipe, of logarithms: 0.3 means that networks differ by a factor of two or so.',
      'Theory expects it to grow as the root of depth/width; narrow deep nets scatter most.',
    ],
    formula: 'Var ln |d|² ≈ κ L/n',
    source: 'Hanin & Nica 2018, arXiv 1812.05994',
    example: 'depth=30 width=32 act=relu init=he-normal',
    seeAlso: ['finite-width', 'seeds', 'confidence-interval'],
  },
};
