import type { Remedy } from './remedy.ts';

/** He initialisation under the activation at hand, Var W = 2 / fanIn. **Source** He et al. 2015, 1502.01852. */
export const he: Remedy = {
  name: 'he',
  aliases: ['kaiming'],
  summary: 'He initialisation',
  explanation: {
    text: [
      'Draws the weights of the network as it is with the variance of He.',
      'Twice the variance makes up for the half of the squared gradient that relu-like activations cut off.',
      'With sigmoid or tanh it changes little for the better; there take relu-he or critical.',
    ],
    formula: 'Var W = 2 / fan in',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=30 act=relu init=he-normal',
    seeAlso: ['he-normal', 'remedy=relu-he', 'he-argument'],
  },
  mends: 'signal',
  speaksOf: ['activation'],
  why: 'weights with twice the variance make up for the half that a relu-like activation cuts off',
  propose: ({ init, gain }) =>
    init.name === 'he-normal' && gain === null ? null : { init: { name: 'he-normal', parameter: null }, gain: null },
};
