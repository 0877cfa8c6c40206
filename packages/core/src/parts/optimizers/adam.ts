import { adamStep } from './adam-step.ts';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** Adam; its bias-corrected first step is η g / (|g| + ε), ε = 1e-7 as in TensorFlow.js. **Source** Kingma & Ba 2014, 1412.6980. */
export const adam: Optimizer = {
  name: 'adam',
  aliases: [],
  summary: 'adaptive steps: rescales what it receives, so small gradients still move weights until they meet epsilon',
  explanation: {
    text: [
      'Each gradient is divided by a running estimate of its own size, so a weight moves by about the learning rate, however small its gradient.',
      'Gradients that are small everywhere are made up for; a direction that got lost is not, and far below ε = 10⁻⁷ steps shrink again.',
      'It is the usual first choice where layers see gradients of different size.',
    ],
    formula: 'Δw = −η m̂ / (√v̂ + ε)',
    source: 'Kingma & Ba 2014, arXiv 1412.6980',
    example: 'depth=5 act=sigmoid opt=adam train=200',
    seeAlso: ['sgd', 'update-ratio', 'adamw'],
  },
  defaultLearningRate: 0.001,
  weightDecay: 0,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
  slots: 2,
  step: adamStep,
};
