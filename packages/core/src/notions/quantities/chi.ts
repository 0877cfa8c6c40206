import type { Notion } from '../notion.ts';

/** Χ₁, the factor by which theory expects each layer to multiply the squared gradient. */
export const chi: Notion = {
  name: 'chi',
  aliases: ['chi1', 'χ', 'χ1', 'factor-per-layer', 'gradient-factor'],
  summary: 'χ₁, the factor by which theory expects each layer to multiply the squared gradient',
  explanation: {
    text: [
      'The product of σ_w² and E φ′² at the fixed point: what one layer does to the squared gradient once the signal has settled.',
      'Below 1 the gradient vanishes (ordered phase), above it explodes (chaotic phase), and at 1 it keeps its size (edge of chaos).',
      'For the gradient itself take the root.',
    ],
    formula: 'χ₁ = σ_w² E φ′(√q* z)²',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=tanh init=normal gain=1.3 bias=0.05',
    seeAlso: ['edge-of-chaos', 'slope', 'gain', 'depth-scale'],
  },
};
