import type { Preset } from './preset.ts';

/** All weights zero: no gradient gets past the readout. */
export const zeroInit: Preset = {
  name: 'zero-init',
  aliases: ['all-zeros', 'symmetry'],
  summary: 'all weights zero: no gradient gets past the readout',
  query: 'depth=5 act=tanh init=zeros',
  why: ['What comes back is multiplied by zero: not small, but nothing, in any precision. It is why weights start at random.'],
  source: null,
};
