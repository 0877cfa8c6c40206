import type { Notion } from '../notion.ts';

/** Χ₁ > 1: neighbours part and gradients explode. */
export const chaoticPhase: Notion = {
  name: 'chaotic-phase',
  aliases: ['chaos', 'chaotic'],
  summary: 'χ₁ > 1: neighbours part and gradients explode',
  explanation: {
    text: [
      'Weights are large: a small difference between two inputs grows from layer to layer, and similar inputs end up unlike.',
      'The gradient grows by χ₁ per layer for the same reason, and what it points at is accidental. Many units are saturated.',
      'Some chaotic networks of moderate depth still train; deep ones do not.',
    ],
    formula: 'χ₁ = σ_w² E φ′² > 1,  c* < 1',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=60 act=tanh init=normal gain=4 bias=0.05',
    seeAlso: ['ordered-phase', 'edge-of-chaos', 'verdict=exploding'],
  },
};
