import type { Activation } from './activation.ts';
import { exponentialAverages } from './exponential-averages.ts';

/** Exponential linear unit, eq. 15 of its source with α = 1. */
export const elu: Activation = {
  name: 'elu',
  aliases: ['exponential-linear'],
  summary: 'exponential linear unit; a rectifier that bends smoothly to −1, keeping the mean near zero',
  explanation: {
    text: [
      'The exponential linear unit is a rectifier that bends smoothly down to −1 instead of stopping at 0.',
      'Units on the negative side keep a slope, so none of them dies, and outputs average closer to zero than those of relu.',
      'Far to the left the slope fades as eˣ; take it where a relu net loses units.',
    ],
    formula: 'φ(x) = x for x > 0, eˣ − 1 otherwise',
    source: 'Clevert, Unterthiner & Hochreiter 2015, arXiv 1511.07289',
    example: 'depth=30 act=elu init=he-normal',
    seeAlso: ['relu', 'selu', 'leaky-relu'],
  },
  value: (x) => (x > 0 ? x : Math.expm1(x)),
  slope: (x) => (x > 0 ? 1 : Math.exp(x)),
  kinks: [0],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: exponentialAverages(1, 1),
  // the kernels of elu subtract 1 from eˣ and lose small numbers
  tensorValue: (tf, x) => tf.add(tf.relu(x), tf.expm1(tf.minimum(x, 0))),
  tensorSlope: (tf, _x, y) => tf.add(1, tf.minimum(y, 0)),
};
