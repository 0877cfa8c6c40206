import type { Activation } from './activation.ts';

/** Logistic sigmoid. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  aliases: ['logistic', 'sigm'],
  summary: 'logistic sigmoid; its slope is at most 1/4, so deep nets vanish',
  explanation: {
    text: [
      'The logistic function squeezes every number into the range from 0 to 1.',
      'Its slope is at most 1/4: at σ_w² = 1 each layer multiplies the squared gradient by 0.056, and ten layers leave a millionth of the gradient.',
      'It is good for gates and probabilities; in hidden layers tanh and relu pass far more.',
    ],
    formula: 'φ(x) = 1 / (1 + e⁻ˣ),  φ′ = φ·(1 − φ) ≤ 1/4',
    source: 'Hochreiter 1991; Glorot & Bengio 2010',
    example: 'depth=10 act=sigmoid',
    seeAlso: ['vanishing-gradient-problem', 'tanh', 'gate'],
  },
  value: (x) => (x < 0 ? Math.exp(x) : 1) / (1 + Math.exp(-Math.abs(x))),
  slope: (x) => Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x))) ** 2,
  kinks: [],
  saturatedBelow: 0.05 / 4,
  isScaleInvariant: false,
  closedForms: { mean: () => 1 / 2 },
  tensorValue: (tf, x) => tf.sigmoid(x),
  tensorSlope: (tf, _x, y) => tf.mul(y, tf.sub(1, y)),
};
