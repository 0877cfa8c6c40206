import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** Sigmoid linear unit, or swish. */
export const silu: Activation = {
  name: 'silu',
  aliases: ['swish'],
  summary: 'sigmoid linear unit, also called swish; a smooth rectifier',
  explanation: {
    text: [
      'The sigmoid linear unit, also called swish: x times its own sigmoid, a smooth rectifier that dips below zero.',
      'Its slope at zero is 1/2, so under He weights a small signal takes 2 · ½² = ½ per layer and fades in a deep plain net.',
      'Skip connections carry the gradient past it.',
    ],
    formula: 'φ(x) = x / (1 + e⁻ˣ)',
    source: 'Elfwing, Uchibe & Doya 2017, arXiv 1702.03118; Ramachandran et al. 2017, arXiv 1710.05941',
    example: 'depth=30 act=silu init=he-normal',
    seeAlso: ['mish', 'gelu', 'relu'],
  },
  value: (x) => x * sigmoid.value(x),
  slope: (x) => sigmoid.value(x) + x * sigmoid.slope(x),
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {},
  tensorValue: (tf, x) => tf.mul(x, tf.sigmoid(x)),
  tensorSlope: (tf, x, y) => {
    const gate = tf.sigmoid(x);
    return tf.add(gate, tf.mul(y, tf.sub(1, gate)));
  },
};
