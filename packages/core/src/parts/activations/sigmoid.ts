import type { Activation } from './activation.ts';

const value = (x: number): number => 1 / (1 + Math.exp(-x));

/** Logistic sigmoid, φ(x) = 1 / (1 + e⁻ˣ), φ′ = φ·(1 − φ) ≤ 1/4. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  aliases: ['logistic', 'sigm'],
  summary: 'logistic sigmoid; its slope is at most 1/4, so deep nets vanish',
  formula: 'φ(x) = 1 / (1 + e⁻ˣ)',
  value,
  slope: (x) => value(x) * value(-x),
  kinks: [],
  saturatedBelow: 0.05 / 4,
  isScaleInvariant: false,
  closedForms: { mean: () => 0.5 },
  tensorValue: (tf, x) => tf.sigmoid(x),
  tensorSlope: (tf, _x, y) => tf.mul(y, tf.sub(1, y)),
};
