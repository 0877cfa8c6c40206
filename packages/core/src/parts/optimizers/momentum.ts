import type { Tensor } from '@tensorflow/tfjs';
import type { Optimizer } from './optimizer.ts';

/** Gradient descent with momentum 0.9; its first step from rest is that of plain gradient descent. */
export const momentum: Optimizer = {
  name: 'momentum',
  aliases: ['sgd-momentum', 'heavy-ball'],
  summary: 'gradient descent with momentum 0.9',
  defaultLearningRate: 0.01,
  weightDecay: 0,
  firstStep: null,
  slots: 1,
  step: (tf, { gradient, slots: [velocity], learningRate }) => {
    const next = tf.add(tf.mul(velocity as Tensor, 0.9), gradient);
    return { change: tf.neg(tf.mul(next, learningRate)), slots: [next] };
  },
};
