import type { Notion } from '../notion.ts';

/** The gradient of the loss with respect to the weights of a layer. */
export const weightGradient: Notion = {
  name: 'weight-gradient',
  aliases: ['gradient', 'gradients', 'gradient-norm', 'log10-norm', 'grad'],
  summary: 'the gradient of the loss with respect to the weights of a layer',
  explanation: {
    text: [
      'The derivative of the loss with respect to the weights of a layer: the signal that comes back, times the activations that went in.',
      'A report gives its Frobenius norm. It may stay level across layers although the signal fades, where activations grow as the signal shrinks; so look at both.',
      'It is what the optimizer turns into a step.',
    ],
    formula: '∂L/∂W_l = h_{l−1} δ_lᵀ,  |∂L/∂W_l|² = |h_{l−1}|² |δ_l|²',
    source: 'Glorot & Bengio 2010',
    example: 'depth=6 act=tanh init=uniform(0.0884) loss=probe',
    seeAlso: ['signal', 'update-ratio', 'backpropagation'],
  },
};
