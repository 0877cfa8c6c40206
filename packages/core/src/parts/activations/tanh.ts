import type { Activation } from './activation.ts';

/** Hyperbolic tangent. */
export const tanh: Activation = {
  name: 'tanh',
  aliases: ['hyperbolic-tangent'],
  summary: 'hyperbolic tangent; centred, slope 1 at zero, critical at a weight variance just above 1',
  explanation: {
    text: [
      'An S-shaped unit between −1 and 1, centred on zero, with slope 1 there.',
      'Without biases it is critical at σ_w² = 1: the gradient then falls as a power of depth and not exponentially.',
      'Larger weights make it chaotic, smaller ones ordered; σ_w² = 1.76 with σ_b² = 0.05 stands on the edge of chaos.',
    ],
    formula: 'φ(x) = tanh x,  φ′ = 1 − φ² ≤ 1',
    source: 'Poole et al. 2016, arXiv 1606.05340; Roberts, Yaida & Hanin 2021, arXiv 2106.10165',
    example: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05',
    seeAlso: ['edge-of-chaos', 'glorot-uniform', 'sigmoid'],
  },
  value: Math.tanh,
  slope: (x) => (4 * Math.exp(-2 * Math.abs(x))) / (1 + Math.exp(-2 * Math.abs(x))) ** 2,
  kinks: [],
  saturatedBelow: 0.05,
  isScaleInvariant: false,
  closedForms: { mean: () => 0 },
  tensorValue: (tf, x) => tf.tanh(x),
  tensorSlope: (tf, _x, y) => tf.sub(1, tf.square(y)),
};
