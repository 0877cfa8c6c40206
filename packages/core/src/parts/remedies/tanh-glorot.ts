import type { Remedy } from './remedy.ts';

/** tanh with Glorot weights: critical at σ_w² = 1, so the gradient falls as a power of depth, not exponentially. **Source** Roberts, Yaida & Hanin 2021, 2106.10165. */
export const tanhGlorot: Remedy = {
  name: 'tanh-glorot',
  aliases: [],
  summary: 'tanh with Glorot initialisation',
  explanation: {
    text: [
      'Exchanges a sigmoid for tanh with Glorot weights.',
      'tanh is the sigmoid shifted and stretched until its slope at zero is 1, so the gradient falls as a power of depth and no longer exponentially.',
      'It is the smallest change that saves a sigmoid net of moderate depth.',
    ],
    formula: 'tanh x = 2 sigmoid(2x) − 1',
    source: 'Roberts, Yaida & Hanin 2021, arXiv 2106.10165',
    example: 'depth=10 act=tanh',
    seeAlso: ['tanh', 'glorot-uniform', 'xavier-argument'],
  },
  mends: 'signal',
  why: 'tanh is the sigmoid stretched until its slope at zero is 1: the gradient falls as a power of depth, no longer exponentially',
  propose: ({ activation, gain, bias }) =>
    activation.name === 'sigmoid' || activation.name === 'hard-sigmoid' || activation.name === 'tanh'
      ? activation.name === 'tanh' && gain === null && bias === 0
        ? null
        : {
            activation: { name: 'tanh', parameter: null },
            init: { name: 'glorot-uniform', parameter: null },
            gain: null,
            bias: 0,
          }
      : null,
};
