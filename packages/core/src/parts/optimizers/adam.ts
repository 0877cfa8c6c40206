import { adamStep } from './adam-step.ts';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** Adam; its bias-corrected first step is η g / (|g| + ε), ε = 1e-7 as in TensorFlow.js. **Source** Kingma & Ba 2014, 1412.6980. */
export const adam: Optimizer = {
  name: 'adam',
  aliases: [],
  summary: 'adaptive steps: rescales what it receives, so small gradients still move weights until they meet epsilon',
  defaultLearningRate: 0.001,
  weightDecay: 0,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
  slots: 2,
  step: adamStep,
};
