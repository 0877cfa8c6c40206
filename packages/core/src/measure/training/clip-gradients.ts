import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/**
 * Clipping by global norm, g ← g · min(1, θ/‖g‖), the norm taken over all parameters of each network: capped, and the
 * direction kept. **Shape** g [seeds, …]. **Source** Pascanu, Mikolov & Bengio 2013, 1211.5063.
 */
export const clipGradients = (tf: TensorFlow, gradients: readonly Tensor[], threshold: number | null): readonly Tensor[] => {
  if (threshold === null) return gradients;
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient), axesOf(gradient), true));
  const norm = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square)));
  const factor = tf.minimum(1, tf.div(threshold, tf.maximum(norm, 1e-30)));
  return gradients.map((gradient) => tf.mul(gradient, factor));
};

const axesOf = ({ shape }: Tensor): number[] => shape.map((_, axis) => axis).slice(1);
