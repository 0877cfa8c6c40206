import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/**
 * An odd function of a tensor that keeps its relative accuracy near zero: x·Σ cₖ x²ᵏ where |x| < 1/4, `elsewhere` beyond.
 *
 * The kernels of sin (WASM) and erf (CPU) are exact to 2e-7 only in absolute terms, and the activations of a deep net may be smaller.
 */
export const oddNearZero = (tf: TensorFlow, x: Tensor, coefficients: readonly number[], elsewhere: Tensor): Tensor => {
  const square = tf.square(x);
  const highest = tf.scalar(coefficients.at(-1) ?? 0) as Tensor;
  const sum = coefficients.slice(0, -1).reduceRight((rest, coefficient) => tf.add(coefficient, tf.mul(square, rest)), highest);
  return tf.where(tf.less(square, 1 / 16), tf.mul(x, sum), elsewhere);
};
