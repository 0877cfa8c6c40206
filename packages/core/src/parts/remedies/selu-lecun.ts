import type { Remedy } from './remedy.ts';

/** SELU with LeCun normal weights: activations settle at mean 0, variance 1; the squared gradient grows 1.0716 per layer. **Source** Klambauer et al. 2017, 1706.02515. */
export const seluLecun: Remedy = {
  name: 'selu-lecun',
  aliases: ['self-normalisation'],
  summary: 'selu with LeCun initialisation',
  explanation: {
    text: [
      'Exchanges activation and weights for selu with LeCun initialisation.',
      'Activations hold mean 0 and variance 1 by themselves; the squared gradient grows by 1.0716 per layer.',
      'It is good for some dozens of layers; beyond, its slow growth adds up.',
    ],
    formula: 'σ_w² E φ′² = 1.0716',
    source: 'Klambauer et al. 2017, arXiv 1706.02515',
    example: 'depth=30 act=selu init=lecun-normal',
    seeAlso: ['selu', 'lecun-normal'],
  },
  mends: 'signal',
  why: 'self-normalising activations keep unit variance without a normalisation layer',
  propose: ({ activation, init, gain, bias }) =>
    activation.name === 'selu' && init.name === 'lecun-normal' && gain === null && bias === 0
      ? null
      : { activation: { name: 'selu', parameter: null }, init: { name: 'lecun-normal', parameter: null }, gain: null, bias: 0 },
};
