import type { Remedy } from './remedy.ts';

/** SELU with LeCun normal weights: activations settle at mean 0, variance 1; the squared gradient grows 1.0716 per layer. **Source** Klambauer et al. 2017, 1706.02515. */
export const seluLecun: Remedy = {
  name: 'selu-lecun',
  aliases: ['self-normalisation'],
  summary: 'selu with LeCun initialisation',
  mends: 'signal',
  why: 'self-normalising activations keep unit variance without a normalisation layer',
  propose: ({ activation, init, gain, bias }) =>
    activation.name === 'selu' && init.name === 'lecun-normal' && gain === null && bias === 0
      ? null
      : { activation: { name: 'selu', parameter: null }, init: { name: 'lecun-normal', parameter: null }, gain: null, bias: 0 },
};
