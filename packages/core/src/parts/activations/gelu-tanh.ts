import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

const scale = Math.sqrt(8 / Math.PI);
const cubic = 0.044715;

/** 2√(2/π)·(x + 0.044715 x³): the gate is the sigmoid of it. Where |x| > 40 the gate is 0 or 1 long since, and x³ shall not overflow. */
const gateInput = (x: number): number => {
  const near = Math.max(-40, Math.min(40, x));
  return scale * (near + cubic * near ** 3);
};

/** Tanh form of the Gaussian error linear unit, φ(x) = x·(1 + tanh(√(2/π)(x + 0.044715 x³))) / 2. **Source** Hendrycks & Gimpel 2016, 1606.08415. */
export const geluTanh: Activation = {
  name: 'gelu-tanh',
  aliases: ['gelu-new', 'gelu-approximate', 'gelu-fast'],
  summary: 'Gaussian error linear unit, tanh form; differs from gelu in the fourth digit',
  explanation: {
    text: [
      'The form of gelu with the tanh of a cubic in place of the error function; TensorFlow.js calls it gelu_new.',
      'It differs from the exact form in the fourth digit.',
      'No gradient notices the difference, but two programs that take one form each never agree to the last digit.',
    ],
    formula: 'φ(x) = x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) / 2',
    source: 'Hendrycks & Gimpel 2016, arXiv 1606.08415',
    example: 'depth=10 act=gelu-tanh init=he-normal',
    seeAlso: ['gelu'],
  },
  value: (x) => x * sigmoid.value(gateInput(x)),
  slope: (x) =>
    sigmoid.value(gateInput(x)) + x * sigmoid.slope(gateInput(x)) * scale * (1 + 3 * cubic * Math.min(40, Math.abs(x)) ** 2),
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {},
  tensorValue: (tf, x) => {
    const inner = tf.mul(tf.mul(scale, x), tf.add(1, tf.mul(cubic, tf.square(x))));
    return tf.mul(x, tf.sigmoid(inner));
  },
  tensorSlope: (tf, x, y) => {
    const square = tf.square(x);
    const gate = tf.sigmoid(tf.mul(tf.mul(scale, x), tf.add(1, tf.mul(cubic, square))));
    // x·gate′ = y·(1 − gate)·inner′
    const innerSlope = tf.add(scale, tf.mul(3 * cubic * scale, square));
    return tf.add(gate, tf.mul(tf.mul(y, tf.sub(1, gate)), innerSlope));
  },
};
