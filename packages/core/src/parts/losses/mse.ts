import type { Loss } from './loss.ts';

/** Mean squared error against one-hot targets, L = E (y − t)² over batch and outputs. */
export const mse: Loss = {
  name: 'mse',
  aliases: ['mean-squared-error', 'l2'],
  summary: 'mean squared error against one-hot targets',
  hasReadout: true,
  value: ({ tf, output, targets }) => tf.mean(tf.squaredDifference(output, targets), [1, 2]),
  gradient: ({ tf, output, targets }) => {
    const [, batch = 1, outputs = 1] = output.shape;
    return tf.mul(tf.sub(output, targets), 2 / (batch * outputs));
  },
  // every output at 1/K
  chanceLoss: (classes) => (1 - 1 / classes) / classes,
  // independent of the targets, E (y − t)² = E y² + 1/outputs
  gradientSecondMoment: ({ outputSecondMoment, outputs, batch }) =>
    (outputSecondMoment + 1 / outputs) * (2 / (batch * outputs)) ** 2,
};
