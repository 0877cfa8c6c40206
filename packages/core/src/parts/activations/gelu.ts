import { normalDensity, normalDistribution } from '../../numbers/normal.ts';
import type { Activation } from './activation.ts';

/** Gaussian error linear unit, φ(x) = x·Φ(x), the exact erf form. */
export const gelu: Activation = {
  name: 'gelu',
  aliases: ['gelu-erf', 'gelu-exact'],
  summary: 'Gaussian error linear unit, erf form; a smooth rectifier whose critical line is unstable at small biases',
  explanation: {
    text: [
      'A smooth rectifier: x times the probability that a standard normal number lies below x.',
      'Its slope near zero is 1/2, so unlike relu it passes more of a large signal than of a small one, and its factor per layer changes as the signal does.',
      'At small biases its critical points are unstable: signals drift away from them. Skip connections and normalisation keep it in hand, as transformers do.',
    ],
    formula: 'φ(x) = x · (1 + erf(x/√2)) / 2',
    source: 'Hendrycks & Gimpel 2016, arXiv 1606.08415',
    example: 'depth=30 act=gelu init=he-normal',
    seeAlso: ['gelu-tanh', 'relu', 'transformer'],
  },
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
