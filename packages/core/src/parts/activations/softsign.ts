import type { Activation } from './activation.ts';

/** Softsign, φ(x) = x / (1 + |x|). **Source** Glorot & Bengio 2010. */
export const softsign: Activation = {
  name: 'softsign',
  aliases: [],
  summary: 'softsign; like tanh, with tails that flatten slowly',
  formula: 'φ(x) = x / (1 + |x|)',
  value: (x) => x / (1 + Math.abs(x)),
  slope: (x) => 1 / (1 + Math.abs(x)) ** 2,
  // the slope has a corner at zero
  kinks: [0],
  saturatedBelow: 0.05,
  isScaleInvariant: false,
  closedForms: { mean: () => 0 },
  tensorValue: (tf, x) => tf.div(x, tf.add(1, tf.abs(x))),
  tensorSlope: (tf, x) => tf.square(tf.reciprocal(tf.add(1, tf.abs(x)))),
};
