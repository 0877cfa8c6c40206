import { adamStep } from './adam-step.ts';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** λ, the share of itself that a weight loses per step and unit of learning rate. */
const weightDecay = 0.01;

/** Adam with decoupled weight decay; the step counted here is the gradient's part, without the decay. **Source** Loshchilov & Hutter 2017, 1711.05101. */
export const adamw: Optimizer = {
  name: 'adamw',
  aliases: [],
  summary: 'Adam with decoupled weight decay',
  defaultLearningRate: 0.001,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
  slots: 2,
  step: (tf, input) => {
    const { change, slots } = adamStep(tf, input);
    const decay = tf.mul(input.value, tf.mul(input.learningRate, weightDecay));
    return { change: tf.sub(change, decay), slots };
  },
};
