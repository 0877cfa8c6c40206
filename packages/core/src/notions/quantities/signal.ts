import type { Notion } from '../notion.ts';

/** The gradient of the loss at a layer's pre-activations, as it travels back. */
export const signal: Notion = {
  name: 'signal',
  aliases: ['first-signal', 'backward-signal', 'delta', 'error-signal', 'signal-per-seed', 'log10-rms', 'rms'],
  summary: "the gradient of the loss at a layer's pre-activations, as it travels back",
  explanation: {
    text: [
      "What comes back from the loss to a layer: the derivative of the loss with respect to the numbers that the layer's activation is applied to.",
      'A report gives its size as a power of ten, the root mean square over batch and units. Every layer multiplies it by slopes and weights; where it has faded, no weight can learn, whatever the optimizer.',
      'It is renormalised at every layer while its logarithm is summed, so it is exact even where float32 would see zero.',
    ],
    formula: 'δ_l = ∂L/∂z_l,  δ_{l−1} = φ′(z_{l−1}) ⊙ W_lᵀ δ_l',
    source: 'Rumelhart, Hinton & Williams 1986',
    example: 'depth=10 act=sigmoid',
    seeAlso: ['weight-gradient', 'decades-per-layer', 'backpropagation'],
  },
};
