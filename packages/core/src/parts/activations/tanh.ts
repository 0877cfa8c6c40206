import type { Activation } from './activation.ts';

/** Hyperbolic tangent, φ(x) = tanh x, φ′ = 1 − φ² ≤ 1. */
export const tanh: Activation = {
  name: 'tanh',
  aliases: ['hyperbolic-tangent'],
  summary: 'hyperbolic tangent; centred, slope 1 at zero, critical at a weight variance just above 1',
  formula: 'φ(x) = tanh x',
  value: Math.tanh,
  slope: (x) => (4 * Math.exp(-2 * Math.abs(x))) / (1 + Math.exp(-2 * Math.abs(x))) ** 2,
  kinks: [],
  saturatedBelow: 0.05,
  isScaleInvariant: false,
  closedForms: { mean: () => 0 },
  tensorValue: (tf, x) => tf.tanh(x),
  tensorSlope: (tf, _x, y) => tf.sub(1, tf.square(y)),
};
