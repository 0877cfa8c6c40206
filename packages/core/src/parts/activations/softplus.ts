import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** Softplus, φ(x) = ln(1 + eˣ); its slope is the sigmoid. */
export const softplus: Activation = {
  name: 'softplus',
  aliases: ['smooth-relu'],
  summary: 'softplus; a smooth rectifier, never zero, so activations drift upwards',
  formula: 'φ(x) = ln(1 + eˣ)',
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  slope: sigmoid.value,
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {},
  tensorValue: (tf, x) => tf.softplus(x),
  tensorSlope: (tf, x) => tf.sigmoid(x),
};
