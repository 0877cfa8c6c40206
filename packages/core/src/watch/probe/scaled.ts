import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/** A gradient that float32 need not be able to hold: `tensor` · 2^`exponent`. Zeros have the exponent −∞: they are smaller than anything. */
export interface Scaled {
  readonly tensor: Tensor;
  readonly exponent: number;
}

/** Powers of two up to which a gradient is left as it is: nothing that multiplies it next leaves float32. */
const widest = 40;

/** The largest power of two that one multiplication takes. */
const mostPerProduct = 120;

/**
 * The same number with its largest entry between 1 and 2, if that entry was not between 2⁻⁴⁰ and 2⁴⁰ before. Powers of two
 * change no digit, and what is in the range is not touched, so that ordinary gradients are those of `tf.grads` to the bit.
 */
export const renormalise = (tf: TensorFlow, { tensor, exponent: given }: Scaled): Scaled => {
  const largest = tf.tidy(() => tf.max(tf.abs(tensor)).dataSync()[0] as number);
  if (largest === 0) return { tensor, exponent: Number.NEGATIVE_INFINITY };
  // what an operation makes of zeros need not be zero: NaN, if it divides by them
  const exponent = Number.isFinite(given) ? given : 0;
  if (!Number.isFinite(largest)) return { tensor, exponent };
  const shift = Math.floor(Math.log2(largest));
  return Math.abs(shift) <= widest ? { tensor, exponent } : { tensor: times2(tf, tensor, -shift), exponent: exponent + shift };
};

/** The sum of two gradients, at the scale of the larger. */
export const addScaled = (tf: TensorFlow, one: Scaled, other: Scaled): Scaled => {
  if (!Number.isFinite(other.exponent)) return one;
  if (!Number.isFinite(one.exponent)) return other;
  const exponent = Math.max(one.exponent, other.exponent);
  return { tensor: tf.add(atScale(tf, one, exponent), atScale(tf, other, exponent)), exponent };
};

/** The tensor that has this exponent beside it. What is smaller than float32 can say at that scale becomes zero. */
export const atScale = (tf: TensorFlow, { tensor, exponent }: Scaled, wanted: number): Tensor =>
  Number.isFinite(exponent) ? times2(tf, tensor, exponent - wanted) : tensor;

/** x · 2^power, in as many products as float32 needs. */
const times2 = (tf: TensorFlow, x: Tensor, power: number): Tensor => {
  if (power === 0) return x;
  const once = Math.max(-mostPerProduct, Math.min(mostPerProduct, power));
  return times2(tf, tf.mul(x, 2 ** once), power - once);
};
