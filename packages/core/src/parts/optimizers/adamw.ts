import { adamStep } from './adam-step.ts';
import { normalisedStep } from './normalised-step.ts';
import type { Optimizer } from './optimizer.ts';

/** Adam whose weights decay unless somebody says otherwise, λ = 0.01 as in PyTorch; the step itself is Adam's. **Source** Loshchilov & Hutter 2017, 1711.05101. */
export const adamw: Optimizer = {
  name: 'adamw',
  aliases: [],
  summary: 'Adam with decoupled weight decay',
  explanation: {
    text: [
      'Adam whose weights also shrink by a fixed share of themselves, apart from the gradient: 0.01 of the learning rate per step unless told otherwise.',
      'In Adam itself a decay inside the gradient would be divided by the size of the gradient, too, and fade where gradients are large.',
      'decay= sets the share.',
    ],
    formula: 'Δw = −η (m̂ / (√v̂ + ε) + λ w)',
    source: 'Loshchilov & Hutter 2017, arXiv 1711.05101',
    example: 'depth=5 act=tanh opt=adamw decay=0.1 train=150',
    seeAlso: ['adam', 'decay'],
  },
  defaultLearningRate: 0.001,
  weightDecay: 0.01,
  firstStep: normalisedStep((tf, gradient, inverseScale) => tf.add(tf.abs(gradient), tf.mul(1e-7, inverseScale))),
  slots: 2,
  step: adamStep,
};
