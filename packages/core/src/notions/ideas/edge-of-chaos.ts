import type { Notion } from '../notion.ts';

/** Weights for which gradients neither vanish nor explode, χ₁ = 1. */
export const edgeOfChaos: Notion = {
  name: 'edge-of-chaos',
  aliases: [
    'edge',
    'criticality',
    'critical-line',
    'critical-point',
    'critical-initialisation',
    'critical-initialization',
    'critical-phase',
  ],
  summary: 'weights for which gradients neither vanish nor explode, χ₁ = 1',
  explanation: {
    text: [
      'Between weights so small that all inputs become alike and weights so large that neighbours part lies a line on which neither happens exponentially: χ₁ = 1.',
      'There signals and gradients reach arbitrarily deep, so networks can be trained at any depth. For tanh it runs from σ_w² = 1 without biases to 1.76 at σ_b² = 0.05; for relu it is the single point σ_w² = 2 without biases, He initialisation.',
    ],
    formula: 'σ_w² E φ′(√q* z)² = 1',
    source: 'Poole et al. 2016, arXiv 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05',
    seeAlso: ['chi', 'ordered-phase', 'chaotic-phase', 'critical', 'he-argument'],
  },
};
