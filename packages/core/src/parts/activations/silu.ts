import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** Sigmoid linear unit, φ(x) = x / (1 + e⁻ˣ). **Source** Elfwing, Uchibe & Doya 2017, 1702.03118; as swish Ramachandran et al. 2017, 1710.05941. */
export const silu: Activation = {
  name: 'silu',
  aliases: ['swish'],
  summary: 'sigmoid linear unit, also called swish; a smooth rectifier',
  formula: 'φ(x) = x / (1 + e⁻ˣ)',
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
