import type { Tensor } from '@tensorflow/tfjs';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** RMSProp with decay 0.9; its first step is η g / √(0.1 g² + ε), ε = 1e-7 as in TensorFlow.js. **Source** Tieleman & Hinton 2012. */
export const rmsprop: Optimizer = {
  name: 'rmsprop',
  aliases: [],
  summary: 'adaptive steps from a running mean of squared gradients',
  explanation: {
    text: [
      'Each gradient is divided by the root of a running mean of its own square.',
      'As with Adam a weight moves by about the learning rate, however small its gradient, until the square comes near ε = 10⁻⁷.',
      'It keeps no running mean of the gradient itself, so its steps are as noisy as the gradients are.',
    ],
    formula: 'v ← 0.9 v + 0.1 g²,  Δw = −η g / √(v + ε)',
    source: 'Tieleman & Hinton 2012',
    example: 'depth=5 act=tanh opt=rmsprop train=150',
    seeAlso: ['adam', 'sgd'],
  },
  defaultLearningRate: 0.001,
  weightDecay: 0,
  firstStep: normalisedStep((tf, gradient, inverseScale) =>
    tf.sqrt(tf.add(tf.mul(0.1, tf.square(gradient)), tf.mul(1e-7, tf.square(inverseScale)))),
  ),
  slots: 1,
  step: (tf, { gradient, slots: [meanSquare], learningRate }) => {
    const next = tf.add(tf.mul(meanSquare as Tensor, 0.9), tf.mul(tf.square(gradient), 0.1));
    return { change: tf.neg(tf.div(tf.mul(gradient, learningRate), tf.sqrt(tf.add(next, 1e-7)))), slots: [next] };
  },
};
