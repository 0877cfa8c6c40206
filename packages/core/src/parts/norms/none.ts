import type { Norm } from './norm.ts';

/** No normalisation. */
export const none: Norm = {
  name: 'none',
  aliases: ['no', 'off'],
  summary: 'no normalisation',
  explanation: {
    text: [
      'Nothing is normalised: signals have the size that weights and activations give them.',
      'A good initialisation can do without a normalisation; without either, signals and gradients drift exponentially.',
      'Compare any network with norm=layer to see what a normalisation does for it.',
    ],
    formula: null,
    source: null,
    example: 'depth=30 act=relu init=he-normal norm=none',
    seeAlso: ['norm=layer', 'norm=batch', 'critical'],
  },
  stages: () => [],
};
