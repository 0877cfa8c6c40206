import type { Loss } from './loss.ts';

/** Mean squared error, against one-hot targets where there are classes, L = E (y − t)² over batch and outputs. */
export const mse: Loss = {
  name: 'mse',
  aliases: ['mean-squared-error', 'l2'],
  summary: 'mean squared error, against one-hot targets where there are classes',
  hasReadout: true,
  value: ({ tf, output, targets }) => tf.mean(tf.squaredDifference(output, targets), [1, 2]),
  gradient: ({ tf, output, targets }) => {
    const [, batch = 1, outputs = 1] = output.shape;
    return tf.mul(tf.sub(output, targets), 2 / (batch * outputs));
  },
  // every output at its mean
  chanceLoss: (answers) =>
    answers.kind === 'classes'
      ? answers.frequencies.reduce((sum, share) => sum + share * (1 - share), 0) / answers.frequencies.length
      : answers.variance,
  // outputs are independent of the targets at first, E (y − t)² = E y² + E t²
  gradientSecondMoment: ({ outputSecondMoment, outputs, batch, targetSecondMoment }) =>
    (outputSecondMoment + targetSecondMoment) * (2 / (batch * outputs)) ** 2,
};
