import type { Activation } from './activation.ts';

/** Rectified linear unit. **Source** closed forms, Cho & Saul 2009. */
export const relu: Activation = {
  name: 'relu',
  aliases: ['rectifier'],
  summary: 'rectified linear unit; half of the gradient passes, so weights need twice the variance',
  explanation: {
    text: [
      'The rectifier passes positive inputs as they are and stops negative ones.',
      'On average half of the squared gradient gets through, whatever the size of the signal, so weights with σ_w² = 2 keep it at any depth.',
      'A unit that is negative for every example passes nothing and learns nothing any more: it is dead.',
    ],
    formula: 'φ(x) = max(0, x),  E φ′² = 1/2',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=50 act=relu init=he-normal',
    seeAlso: ['he-normal', 'leaky-relu', 'dying-relu'],
  },
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
