import type { Remedy } from './remedy.ts';

/** tanh with Glorot weights: critical at σ_w² = 1, so the gradient falls as a power of depth, not exponentially. **Source** Roberts, Yaida & Hanin 2021, 2106.10165. */
export const tanhGlorot: Remedy = {
  name: 'tanh-glorot',
  aliases: [],
  summary: 'tanh with Glorot initialisation',
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
