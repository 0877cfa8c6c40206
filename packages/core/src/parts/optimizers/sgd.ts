import type { Optimizer } from './optimizer.ts';

/** Stochastic gradient descent, Δw = −η g. */
export const sgd: Optimizer = {
  name: 'sgd',
  aliases: ['gradient-descent'],
  summary: 'plain gradient descent: a layer moves as far as its gradient is large',
  defaultLearningRate: 0.01,
  weightDecay: 0,
  firstStep: null,
  slots: 0,
  step: (tf, { gradient, learningRate }) => ({ change: tf.neg(tf.mul(gradient, learningRate)), slots: [] }),
};
