import type { Activation } from './activation.ts';

/** Identity. */
export const linear: Activation = {
  name: 'linear',
  aliases: ['identity', 'id'],
  summary: 'no activation; depth adds no power, and orthogonal weights keep the gradient exactly',
  explanation: {
    text: [
      'No activation at all: the layers multiply into one matrix, and depth adds no power.',
      'What remains is the effect of the weights alone: each layer multiplies the squared gradient by σ_w², and orthogonal weights keep it exactly.',
      'It is for studying initialisation, not for solving a task.',
    ],
    formula: 'φ(x) = x',
    source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120',
    example: 'depth=100 act=linear init=orthogonal',
    seeAlso: ['orthogonal', 'dynamical-isometry'],
  },
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
