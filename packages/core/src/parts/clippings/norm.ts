import type { Tensor } from '@tensorflow/tfjs';
import type { Clipping } from './clipping.ts';

/**
 * Clipping by global norm, g ← g · min(1, θ/‖g‖), the norm taken over all parameters of each network: capped, and the
 * direction kept. **Source** Pascanu, Mikolov & Bengio 2013, 1211.5063.
 */
export const norm: Clipping = {
  name: 'norm',
  aliases: ['global-norm', 'clip-by-global-norm'],
  summary: 'the norm over all parameters is capped, the direction kept',
  apply: (tf, gradients, threshold) => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient), axesOf(gradient), true));
    const length = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square)));
    const factor = tf.minimum(1, tf.div(threshold, tf.maximum(length, 1e-30)));
    return gradients.map((gradient) => tf.mul(gradient, factor));
  },
};

const axesOf = ({ shape }: Tensor): number[] => shape.map((_, axis) => axis).slice(1);
