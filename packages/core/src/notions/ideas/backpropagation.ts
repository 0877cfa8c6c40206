import type { Notion } from '../notion.ts';

/** How the gradient of a loss is computed, layer by layer backwards. */
export const backpropagation: Notion = {
  name: 'backpropagation',
  aliases: ['backprop', 'chain-rule'],
  summary: 'how the gradient of a loss is computed, layer by layer backwards',
  explanation: {
    text: [
      'The chain rule, applied from the loss backwards: the signal at a layer is that of the layer above, sent back through its weights and multiplied by the slope of the activation.',
      'Depth therefore makes a product of matrices and slopes, and everything here is about the size of that product.',
    ],
    formula: 'δ_{l−1} = φ′(z_{l−1}) ⊙ W_lᵀ δ_l',
    source: 'Rumelhart, Hinton & Williams 1986',
    example: 'depth=10 act=tanh',
    seeAlso: ['signal', 'weight-gradient', 'backpropagation-through-time'],
  },
};
