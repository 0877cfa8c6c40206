import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** Softplus; its slope is the sigmoid. */
export const softplus: Activation = {
  name: 'softplus',
  aliases: ['smooth-relu'],
  summary: 'softplus; a smooth rectifier, never zero, so activations drift upwards',
  explanation: {
    text: [
      'A smooth rectifier whose slope is the sigmoid.',
      'It is positive everywhere, ln 2 at zero, so activations share a large mean and different examples grow alike from layer to layer.',
      'Where a smooth rectifier is wanted, elu stays nearer to zero.',
    ],
    formula: 'φ(x) = ln(1 + eˣ)',
    source: null,
    example: 'depth=20 act=softplus init=he-normal',
    seeAlso: ['relu', 'elu', 'correlation'],
  },
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  slope: sigmoid.value,
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {},
  tensorValue: (tf, x) => tf.softplus(x),
  tensorSlope: (tf, x) => tf.sigmoid(x),
};
