import type { Activation } from './activation.ts';

/** Rectified linear unit, φ(x) = max(0, x). Source: closed forms, Cho & Saul 2009. */
export const relu: Activation = {
  name: 'relu',
  aliases: ['rectifier'],
  summary: 'rectified linear unit; half of the gradient passes, so weights need twice the variance',
  formula: 'φ(x) = max(0, x)',
  value: (x) => Math.max(0, x),
  slope: (x) => (x > 0 ? 1 : 0),
  kinks: [0],
  saturatedBelow: null,
  isScaleInvariant: true,
  closedForms: {
    secondMoment: (q) => q / 2,
    slopeSecondMoment: () => 1 / 2,
    mean: (q) => Math.sqrt(q / (2 * Math.PI)),
    slopeFourthMoment: () => 1 / 2,
    covariance: (q, c) => (q * (Math.sqrt(1 - c * c) + (Math.PI - Math.acos(c)) * c)) / (2 * Math.PI),
    slopeCovariance: (_q, c) => (Math.PI - Math.acos(c)) / (2 * Math.PI),
  },
  tensorValue: (tf, x) => tf.relu(x),
  tensorSlope: (tf, x) => tf.cast(tf.greater(x, 0), 'float32'),
};
