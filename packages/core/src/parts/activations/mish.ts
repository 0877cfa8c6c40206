import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';
import { softplus } from './softplus.ts';

const gate = (x: number): number => Math.tanh(softplus.value(x));

/** Mish, φ(x) = x · tanh(ln(1 + eˣ)). **Source** Misra 2019, 1908.08681. */
export const mish: Activation = {
  name: 'mish',
  aliases: [],
  summary: 'mish; a smooth rectifier that dips below zero, close to silu',
  formula: 'φ(x) = x · tanh(ln(1 + eˣ))',
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
