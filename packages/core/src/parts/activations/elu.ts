import type { Activation } from './activation.ts';
import { exponentialAverages } from './exponential-averages.ts';

/** Exponential linear unit, φ(x) = x for x > 0, eˣ − 1 otherwise. **Source** Clevert, Unterthiner & Hochreiter 2015, 1511.07289, eq. 15 with α = 1. */
export const elu: Activation = {
  name: 'elu',
  aliases: ['exponential-linear'],
  summary: 'exponential linear unit; a rectifier that bends smoothly to −1, keeping the mean near zero',
  formula: 'φ(x) = x for x > 0, eˣ − 1 otherwise',
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
