import { glorotUniform } from './glorot-uniform.ts';
import type { Initializer } from './initializer.ts';
import { identityLaw } from './laws/identity.ts';

/**
 * Identity, W = I, or √σ_w² · I with a gain: every unit is handed on as it is, a longer side padded with zeros. With relu the
 * recurrent net of Le et al., IRNN. Inputs of time steps and the readout keep the weights that Keras gives them.
 * **Source** Le, Jaitly & Hinton 2015, 1504.00941; Hardt & Ma 2016, 1611.04231.
 */
export const identity: Initializer = {
  name: 'identity',
  aliases: ['eye', 'irnn', 'dirac'],
  summary: 'identity matrices: every unit is handed on as it is, the start of an IRNN',
  explanation: {
    text: [
      'Identity matrices: every unit is handed on as it is.',
      'In a recurrent net with relu this is the IRNN: state and gradient pass from step to step until their unit falls below zero, so memory fades as a power of time and not exponentially.',
      'All networks then have the same recurrent weights, of which mean-field theory knows nothing.',
    ],
    formula: 'W = √σ_w² · I',
    source: 'Le, Jaitly & Hinton 2015, arXiv 1504.00941',
    example: 'net=rnn act=relu init=identity steps=100',
    seeAlso: ['rnn', 'orthogonal', 'long-term-dependencies'],
  },
  law: identityLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
  atEnds: glorotUniform,
};
