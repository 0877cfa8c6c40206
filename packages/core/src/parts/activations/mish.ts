import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';
import { softplus } from './softplus.ts';

const gate = (x: number): number => Math.tanh(softplus.value(x));

/** Mish, φ(x) = x · tanh(softplus x). */
export const mish: Activation = {
  name: 'mish',
  aliases: [],
  summary: 'mish; a smooth rectifier that dips below zero, close to silu',
  explanation: {
    text: [
      'A smooth rectifier that dips a little below zero before it rises, close to silu.',
      'Its slope at zero is tanh(ln 2) = 0.6, so under He weights a small signal takes 2 · 0.6² = 0.72 per layer and fades in a deep plain net.',
      'Skip connections carry the gradient past it.',
    ],
    formula: 'φ(x) = x · tanh(ln(1 + eˣ))',
    source: 'Misra 2019, arXiv 1908.08681',
    example: 'depth=60 act=mish init=he-normal',
    seeAlso: ['silu', 'gelu', 'relu'],
  },
  value: (x) => x * gate(x),
  slope: (x) => gate(x) + x * (1 - gate(x) ** 2) * sigmoid.value(x),
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {},
  tensorValue: (tf, x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  tensorSlope: (tf, x) => {
    const open = tf.tanh(tf.softplus(x));
    return tf.add(open, tf.mul(tf.mul(x, tf.sub(1, tf.square(open))), tf.sigmoid(x)));
  },
};
