import type { Activation } from './activation.ts';

/** Identity, φ(x) = x. */
export const linear: Activation = {
  name: 'linear',
  aliases: ['identity', 'id'],
  summary: 'no activation; depth adds no power, and orthogonal weights keep the gradient exactly',
  formula: 'φ(x) = x',
  value: (x) => x,
  slope: () => 1,
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: true,
  closedForms: {
    secondMoment: (q) => q,
    slopeSecondMoment: () => 1,
    mean: () => 0,
    slopeFourthMoment: () => 1,
    covariance: (q, c) => q * c,
    slopeCovariance: () => 1,
  },
  tensorValue: (_tf, x) => x,
  // ones of the shape of x, without a constant of that size in a recorded graph, and no number where x is none
  tensorSlope: (tf, x) => tf.add(tf.mul(x, 0), 1),
};
