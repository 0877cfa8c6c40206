import type { Notion } from '../notion.ts';

/** What theory of infinite width leaves out. */
export const finiteWidth: Notion = {
  name: 'finite-width',
  aliases: ['fluctuations', 'caveat', 'width-effects'],
  summary: 'what theory of infinite width leaves out',
  explanation: {
    text: [
      'The squared gradient of a network of finite width is a product of random factors: its logarithm scatters from network to network, with a variance that grows as depth/width.',
      'The mean of the logarithm lies below the logarithm of the mean, by half that variance. For relu κ is 5, so 30 layers of 32 units scatter by a factor of nine in the squared gradient.',
    ],
    formula: 'Var ln |d|² ≈ κ L/n, κ = 3 μ₂/μ₁² − 1',
    source: 'Hanin & Nica 2018, arXiv 1812.05994',
    example: 'depth=30 width=32 act=relu init=he-normal loss=probe',
    seeAlso: ['standard-deviation', 'mean-field-theory', 'width'],
  },
};
