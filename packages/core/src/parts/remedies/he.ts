import type { Remedy } from './remedy.ts';

/** He initialisation under the activation at hand, Var W = 2 / fanIn. **Source** He et al. 2015, 1502.01852. */
export const he: Remedy = {
  name: 'he',
  aliases: ['kaiming'],
  summary: 'He initialisation',
  mends: 'signal',
  speaksOf: ['activation'],
  why: 'weights with twice the variance make up for the half that a relu-like activation cuts off',
  propose: ({ init, gain }) =>
    init.name === 'he-normal' && gain === null ? null : { init: { name: 'he-normal', parameter: null }, gain: null },
};
