import type { Place } from './place.ts';

/** Normalisation after the activation. */
export const after: Place = {
  name: 'after',
  aliases: ['after-activation', 'post-activation-norm'],
  summary: 'the normalisation stands after the activation',
  explanation: {
    text: [
      'Weights, activation, normalisation: what the next layer sees has variance 1.',
      'Pre-activations then have the variance σ_w², so the scale of the weights still decides which part of the activation is used.',
      'Compare with place=before.',
    ],
    formula: null,
    source: null,
    example: 'depth=30 act=tanh init=normal gain=4 norm=layer place=after',
    seeAlso: ['place=before', 'normalisation'],
  },
  arrange: (norm, activation) => [...activation, ...norm],
};
