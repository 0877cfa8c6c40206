import type { Notion } from '../notion.ts';

/** What random networks do on average when they are infinitely wide. */
export const meanFieldTheory: Notion = {
  name: 'mean-field-theory',
  aliases: ['mean-field', 'theory', 'infinite-width', 'signal-propagation'],
  summary: 'what random networks do on average when they are infinitely wide',
  explanation: {
    text: [
      'In a wide layer of random weights every pre-activation is a sum of many independent terms, so it is normally distributed, and two numbers tell all of it: its variance and the correlation of two inputs.',
      'Simple maps carry both from layer to layer, and a product of factors carries the gradient back. The dashed line of a picture is this theory; measurement knows nothing of it, so agreement is evidence.',
    ],
    formula: 'q ↦ σ_w² E φ(√q z)² + σ_b²',
    source: 'Poole et al. 2016, arXiv 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=20 act=tanh init=normal gain=1.5 bias=0.05 loss=probe',
    seeAlso: ['chi', 'fixed-point', 'finite-width', 'edge-of-chaos'],
  },
};
