import type { Notion } from '../notion.ts';

/** E φ′², the mean squared slope of an activation. */
export const slope: Notion = {
  name: 'slope',
  aliases: ['slope-second-moment', 'derivative', 'activation-factor', 'mean-squared-slope'],
  summary: 'E φ′², the mean squared slope of an activation',
  explanation: {
    text: [
      "The mean of φ′(z)² over units and examples: the activation's part of the factor by which a layer multiplies the squared gradient; the weights' part is σ_w².",
      'It is 1/2 for relu, at most 1/16 for sigmoid, and for tanh between 1, when signals are small, and 0, when they are large.',
    ],
    formula: 'D(q) = E φ′(√q z)²',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=10 act=sigmoid',
    seeAlso: ['chi', 'gain', 'pre-activation-length'],
  },
};
