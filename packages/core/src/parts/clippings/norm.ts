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
  explanation: {
    text: [
      'The gradient of all parameters together is shortened to the threshold where it is longer, and keeps its direction.',
      'A burst then moves the weights no further than any other step, so exploding gradients no longer end the training. What has vanished stays vanished.',
      'It is the usual choice for recurrent nets.',
    ],
    formula: 'g ← g · min(1, θ / ‖g‖)',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=1 train=100',
    seeAlso: ['clip', 'gradient-clipping', 'clip-by=value'],
  },
  apply: (tf, gradients, threshold) => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient), axesOf(gradient), true));
    const length = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square)));
    const factor = tf.minimum(1, tf.div(threshold, tf.maximum(length, 1e-30)));
    return gradients.map((gradient) => tf.mul(gradient, factor));
  },
};

const axesOf = ({ shape }: Tensor): number[] => shape.map((_, axis) => axis).slice(1);
