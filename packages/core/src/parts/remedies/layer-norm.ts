import type { Remedy } from './remedy.ts';

/** Layer normalisation; around residual branches growth becomes a power of depth, in plain nets the slope of the activation remains. **Source** Ba, Kiros & Hinton 2016, 1607.06450; De & Smith 2020, 2002.10444. */
export const layerNorm: Remedy = {
  name: 'layer-norm',
  aliases: [],
  summary: 'layer normalisation',
  explanation: {
    text: [
      'Normalises every layer over its units.',
      'The factor per layer is then that of the activation at variance 1, whatever the weights: 1 for relu, near it for tanh, far below for sigmoid.',
      'Around residual branches, growth becomes a power of depth.',
    ],
    formula: 'E φ′² / E φ² at q = 1',
    source: 'Ba, Kiros & Hinton 2016, arXiv 1607.06450; De & Smith 2020, arXiv 2002.10444',
    example: 'depth=30 act=relu init=glorot-uniform norm=layer',
    seeAlso: ['norm=layer', 'normalisation'],
  },
  mends: 'signal',
  why: 'a normalised layer passes on the slope of its activation over the spread it leaves, whatever the size of its weights',
  propose: ({ norm }) => (norm.name === 'none' ? { norm: { name: 'layer', parameter: null } } : null),
};
