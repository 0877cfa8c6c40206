import type { Tensor } from '@tensorflow/tfjs';
import type { Optimizer } from './optimizer.ts';

/** Gradient descent with momentum 0.9; its first step from rest is that of plain gradient descent. */
export const momentum: Optimizer = {
  name: 'momentum',
  aliases: ['sgd-momentum', 'heavy-ball'],
  summary: 'gradient descent with momentum 0.9',
  explanation: {
    text: [
      'Steps follow a running sum of gradients: nine tenths of the last velocity and the new gradient.',
      'Where gradients agree, steps grow up to ten times as long; where they alternate, they cancel.',
      'A layer whose gradient has vanished gains nothing: ten times almost nothing.',
    ],
    formula: 'v ← 0.9 v + g,  Δw = −η v',
    source: null,
    example: 'depth=5 act=tanh opt=momentum train=150',
    seeAlso: ['sgd', 'adam'],
  },
  defaultLearningRate: 0.01,
  weightDecay: 0,
  firstStep: null,
  slots: 1,
  step: (tf, { gradient, slots: [velocity], learningRate }) => {
    const next = tf.add(tf.mul(velocity as Tensor, 0.9), gradient);
    return { change: tf.neg(tf.mul(next, learningRate)), slots: [next] };
  },
};
