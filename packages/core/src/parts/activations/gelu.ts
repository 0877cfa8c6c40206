import { normalDensity, normalDistribution } from '../../numbers/normal.ts';
import type { Activation } from './activation.ts';

/** Gaussian error linear unit, φ(x) = x·Φ(x), the exact erf form. **Source** Hendrycks & Gimpel 2016, 1606.08415. */
export const gelu: Activation = {
  name: 'gelu',
  aliases: ['gelu-erf', 'gelu-exact'],
  summary: 'Gaussian error linear unit, erf form; a smooth rectifier whose critical line is unstable at small biases',
  formula: 'φ(x) = x·(1 + erf(x/√2)) / 2',
  value: (x) => x * normalDistribution(x),
  slope: (x) => normalDistribution(x) + x * normalDensity(x),
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {
    secondMoment: (q) => q / 4 + (q / (2 * Math.PI)) * (Math.asin(q / (1 + q)) + (2 * q) / ((1 + q) * Math.sqrt(1 + 2 * q))),
    slopeSecondMoment: (q) =>
      1 / 4 + (Math.asin(q / (1 + q)) + (q * (3 + 5 * q)) / ((1 + q) * (1 + 2 * q) ** 1.5)) / (2 * Math.PI),
    mean: (q) => q / Math.sqrt(2 * Math.PI * (1 + q)),
  },
  tensorValue: (tf, x) => tf.mul(x, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))))),
  tensorSlope: (tf, x) => {
    const distribution = tf.mul(0.5, tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))));
    const density = tf.mul(normalDensity(0), tf.exp(tf.mul(-0.5, tf.square(x))));
    return tf.add(distribution, tf.mul(x, density));
  },
};
