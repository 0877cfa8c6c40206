import type { Loss } from './loss.ts';

/** Mean squared error, against one-hot targets where there are classes, L = E (y − t)² over batch and outputs. */
export const mse: Loss = {
  name: 'mse',
  aliases: ['mean-squared-error', 'l2'],
  summary: 'mean squared error, against one-hot targets where there are classes',
  explanation: {
    text: [
      'The mean squared difference between outputs and targets; against one-hot targets where there are classes.',
      'Its gradient is proportional to the error.',
      'It is the loss for numbers, such as the sum in the adding problem; always answering the mean costs the variance of the answers.',
    ],
    formula: 'L = E (y − t)²',
    source: null,
    example: 'net=gru steps=20 task=adding train=200',
    seeAlso: ['crossentropy', 'adding', 'chance'],
  },
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
