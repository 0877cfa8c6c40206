import type { Notion } from '../notion.ts';

/** Χ₁ < 1: inputs become alike and gradients vanish. */
export const orderedPhase: Notion = {
  name: 'ordered-phase',
  aliases: ['ordered', 'order-phase'],
  summary: 'χ₁ < 1: inputs become alike and gradients vanish',
  explanation: {
    text: [
      'Weights are small beside biases and slopes. Whatever goes in, deep layers see the same, so their correlation is 1.',
      'The gradient shrinks by χ₁ per layer for the same reason: what changes nothing above has no gradient. Training fails beyond a few depth scales.',
    ],
    formula: 'χ₁ = σ_w² E φ′² < 1,  c* = 1',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=tanh init=normal gain=1 bias=0.05',
    seeAlso: ['chaotic-phase', 'edge-of-chaos', 'verdict=vanishing'],
  },
};
