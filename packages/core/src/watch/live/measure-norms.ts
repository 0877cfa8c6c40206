import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { sumOfSquares } from '../probe/read-numbers.ts';
import type { WatchedGradient } from './watched-step.ts';

/** Sums of squares that float32 holds with all their digits. */
const [smallestSafe, largestSafe] = [1e-26, 1e30];

/**
 * ‖x‖ of each tensor, in double precision: one square, one sum, and one reading for all. Where float32 cannot hold the squares,
 * the tensor is read and squared on this side. 0, NaN and ∞ are what they are.
 */
export const measureNorms = (tf: TensorFlow, tensors: readonly Tensor[]): readonly number[] => {
  if (tensors.length === 0) return [];
  const sums = tf.tidy(() => {
    const squares = tensors.map((tensor) => tf.sum(tf.square(tensor)));
    return squares.length === 1 ? (squares[0] as Tensor).dataSync() : tf.stack(squares).dataSync();
  });
  return tensors.map((tensor, index) => {
    const sum = sums[index] as number;
    return Math.sqrt(sum > smallestSafe && sum < largestSafe ? sum : sumOfSquares(tensor.dataSync()));
  });
};

/** Several norms as one, and in words what is no number. `missing` of no norm. */
export const describeGradient = (norms: readonly number[]): WatchedGradient => {
  if (norms.length === 0) return { log10Norm: null, kind: 'missing' };
  const norm = Math.hypot(...norms);
  // hypot says ∞ of ∞ and NaN
  if (norms.some(Number.isNaN)) return { log10Norm: null, kind: 'nan' };
  if (norm === Number.POSITIVE_INFINITY) return { log10Norm: null, kind: 'infinite' };
  return norm === 0 ? { log10Norm: null, kind: 'zero' } : { log10Norm: Math.log10(norm), kind: 'number' };
};
