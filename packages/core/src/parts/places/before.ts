import type { Place } from './place.ts';

/** Normalisation before the activation, as batch normalisation was published. */
export const before: Place = {
  name: 'before',
  aliases: ['before-activation', 'pre-activation-norm'],
  summary: 'the normalisation stands before the activation',
  explanation: {
    text: [
      'Weights, normalisation, activation: what the activation sees has variance 1, as batch normalisation was published.',
      'The scale of the weights no longer matters, and the factor per layer is a property of the activation alone.',
      'It is the default here.',
    ],
    formula: null,
    source: 'Ioffe & Szegedy 2015, arXiv 1502.03167',
    example: 'depth=30 act=tanh init=normal gain=4 norm=layer place=before',
    seeAlso: ['place=after', 'normalisation'],
  },
  arrange: (norm, activation) => [...norm, ...activation],
};
