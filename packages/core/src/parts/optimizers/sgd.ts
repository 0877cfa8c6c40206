import type { Optimizer } from './optimizer.ts';

/** Stochastic gradient descent, Δw = −η g. */
export const sgd: Optimizer = {
  name: 'sgd',
  aliases: ['gradient-descent'],
  summary: 'plain gradient descent: a layer moves as far as its gradient is large',
  explanation: {
    text: [
      'Plain gradient descent: every weight moves against its gradient, by the learning rate times its size.',
      'A layer therefore learns as fast as its gradient is large, and a vanished gradient means a layer that stands still.',
      'This makes it the honest instrument here: what the picture of the gradient shows is what the weights do.',
    ],
    formula: 'Δw = −η g',
    source: null,
    example: 'depth=10 act=sigmoid train=200',
    seeAlso: ['adam', 'update-ratio', 'lr'],
  },
  defaultLearningRate: 0.01,
  weightDecay: 0,
  firstStep: null,
  slots: 0,
  step: (tf, { gradient, learningRate }) => ({ change: tf.neg(tf.mul(gradient, learningRate)), slots: [] }),
};
