import type { Notion } from '../notion.ts';

/** The correlation of the pre-activations of two examples. */
export const correlation: Notion = {
  name: 'correlation',
  aliases: ['correlation-map', 'c', 'similarity'],
  summary: 'the correlation of the pre-activations of two examples',
  explanation: {
    text: [
      'How alike a layer sees two different examples: 1 means that it cannot tell them apart, 0 that they have nothing in common.',
      'In the ordered phase it climbs to 1 and in the chaotic phase it falls below; both happen exponentially fast in depth, and then the last layer no longer knows what went in.',
      'On the edge of chaos it moves slowly.',
    ],
    formula: 'c′ = (σ_w² E φ(u₁) φ(u₂) + σ_b²) / q*',
    source: 'Poole et al. 2016, arXiv 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=20 act=tanh init=normal gain=1.3 bias=0.05 task=pairs(0.5)',
    seeAlso: ['ordered-phase', 'chaotic-phase', 'depth-scale'],
  },
};
