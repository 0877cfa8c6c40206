import { adamStep } from './adam-step.ts';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** Adam whose weights decay unless somebody says otherwise, λ = 0.01 as in PyTorch; the step itself is Adam's. **Source** Loshchilov & Hutter 2017, 1711.05101. */
export const adamw: Optimizer = {
  name: 'adamw',
  aliases: [],
  summary: 'Adam with decoupled weight decay',
  defaultLearningRate: 0.001,
  weightDecay: 0.01,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
  slots: 2,
  step: adamStep,
};
