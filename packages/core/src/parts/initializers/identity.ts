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
  law: identityLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
  atEnds: glorotUniform,
};
