import type { Activation } from './activation.ts';

/** Logistic sigmoid, φ(x) = 1 / (1 + e⁻ˣ), φ′ = φ·(1 − φ) ≤ 1/4. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  aliases: ['logistic', 'sigm'],
  summary: 'logistic sigmoid; its slope is at most 1/4, so deep nets vanish',
  formula: 'φ(x) = 1 / (1 + e⁻ˣ)',
  value: (x) => (x < 0 ? Math.exp(x) : 1) / (1 + Math.exp(-Math.abs(x))),
  slope: (x) => Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x))) ** 2,
  kinks: [],
  saturatedBelow: 0.05 / 4,
  isScaleInvariant: false,
  closedForms: { mean: () => 1 / 2 },
  tensorValue: (tf, x) => tf.sigmoid(x),
  tensorSlope: (tf, _x, y) => tf.mul(y, tf.sub(1, y)),
};
