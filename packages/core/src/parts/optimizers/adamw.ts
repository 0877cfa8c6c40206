import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** Adam with decoupled weight decay; the step counted here is the gradient's part, without the decay. **Source** Loshchilov & Hutter 2017, 1711.05101. */
export const adamw: Optimizer = {
  name: 'adamw',
  aliases: [],
  summary: 'Adam with decoupled weight decay',
  defaultLearningRate: 0.001,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
};
