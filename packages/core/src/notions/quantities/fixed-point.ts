import type { Notion } from '../notion.ts';

/** Q*, the length at which pre-activations settle. */
export const fixedPoint: Notion = {
  name: 'fixed-point',
  aliases: ['q-star', 'q*', 'qstar'],
  summary: 'q*, the length at which pre-activations settle',
  explanation: {
    text: [
      'The mean square of pre-activations that reproduces itself from layer to layer.',
      'Wherever the input starts, most networks come there within a few layers, and every statement about a layer then holds for all of them. relu has none: at σ_w² = 2 any length stays as it is.',
    ],
    formula: 'q* = σ_w² E φ(√q* z)² + σ_b²',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=20 act=tanh init=normal gain=4 bias=0.05',
    seeAlso: ['pre-activation-length', 'chi', 'mean-field-theory'],
  },
};
