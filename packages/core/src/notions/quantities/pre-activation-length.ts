import type { Notion } from '../notion.ts';

/** Q, the mean square of the pre-activations of a layer. */
export const preActivationLength: Notion = {
  name: 'pre-activation-length',
  aliases: ['length', 'q', 'second-moment', 'pre-activation-second-moment', 'length-map'],
  summary: 'q, the mean square of the pre-activations of a layer',
  explanation: {
    text: [
      'The mean square of what the weights and biases of a layer sum up to, before the activation: it says which part of the activation is in use.',
      'Theory follows it from layer to layer by the length map. For most units it settles at a fixed point q* within a few layers; for relu with He weights it stays where it began.',
    ],
    formula: 'q_{l+1} = σ_w² E φ(√q_l z)² + σ_b²',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=20 act=tanh init=normal gain=2.5 bias=0.05',
    seeAlso: ['fixed-point', 'slope', 'mean-field-theory'],
  },
};
