import type { Activation } from './activation.ts';
import { exponentialAverages } from './exponential-averages.ts';

const lambda = 1.0507009873554805;
const alpha = 1.6732632423543772;

/**
 * Self-normalising exponential linear unit, φ(x) = λx for x > 0, λα(eˣ − 1) otherwise: keeps mean 0 and variance 1 at
 * σ_w² = 1. **Source** Klambauer et al. 2017, 1706.02515, eq. 2.
 */
export const selu: Activation = {
  name: 'selu',
  aliases: ['self-normalising-elu'],
  summary: 'self-normalising unit; holds mean 0 and variance 1 with LeCun weights, its gradient grows slowly',
  explanation: {
    text: [
      'An elu whose constants are chosen so that activations settle at mean 0 and variance 1 by themselves, given LeCun weights.',
      'This holds the signal on its way forward; on its way back the squared gradient still grows by 1.0716 per layer, 1.5 decades of the gradient over a hundred.',
      'Take it with init=lecun-normal and without a normalisation.',
    ],
    formula: 'φ(x) = 1.0507·x for x > 0, 1.7581·(eˣ − 1) otherwise',
    source: 'Klambauer et al. 2017, arXiv 1706.02515',
    example: 'depth=100 act=selu init=lecun-normal',
    seeAlso: ['lecun-normal', 'elu', 'normalisation'],
  },
  value: (x) => (x > 0 ? lambda * x : lambda * alpha * Math.expm1(x)),
  slope: (x) => (x > 0 ? lambda : lambda * alpha * Math.exp(x)),
  kinks: [0],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: exponentialAverages(lambda, alpha),
  // the kernels of selu subtract 1 from eˣ and lose small numbers
  tensorValue: (tf, x) => tf.add(tf.mul(lambda, tf.relu(x)), tf.mul(lambda * alpha, tf.expm1(tf.minimum(x, 0)))),
  tensorSlope: (tf, x, y) => {
    const right = tf.cast(tf.greater(x, 0), 'float32');
    return tf.add(tf.add(lambda * alpha, tf.minimum(y, 0)), tf.mul(lambda - lambda * alpha, right));
  },
};
