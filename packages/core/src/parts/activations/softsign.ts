import type { Activation } from './activation.ts';

/** Softsign. */
export const softsign: Activation = {
  name: 'softsign',
  aliases: [],
  summary: 'softsign; like tanh, with tails that flatten slowly',
  explanation: {
    text: [
      'An S-shaped unit like tanh that comes near ±1 slowly, as 1/x and not exponentially.',
      'Far out it keeps more slope than tanh, so it saturates later; near zero its slope falls off sooner.',
      'At Glorot weights, where signals become small, a deep net therefore loses more than with tanh.',
    ],
    formula: 'φ(x) = x / (1 + |x|),  φ′ = 1 / (1 + |x|)²',
    source: 'Glorot & Bengio 2010',
    example: 'depth=10 act=softsign',
    seeAlso: ['tanh', 'saturated-units'],
  },
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
