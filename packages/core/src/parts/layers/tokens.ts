import type { Stage } from './stage.ts';

/** Lays the features of an example out as the tokens of a sequence, [seeds, batch, tokens · units] → [seeds, batch · tokens, units]. */
export const toTokens = (tokens: number, units: number): Stage => ({
  signature: `to-tokens(${tokens},${units})`,
  numbers: [],
  forward: ({ tf, seeds }, input) => ({
    output: tf.reshape(input, [seeds, -1, units]),
    pullback: ({ tensor, logScale }) => ({ tensor: tf.reshape(tensor, [seeds, -1, tokens * units]), logScale }),
  }),
  meanField: (field) => ({ field, gradientFactor: 1, logVariance: 0, rows: [] }),
});

/** The mean over the tokens of each sequence, [seeds, batch · tokens, units] → [seeds, batch, units]. */
export const meanOfTokens = (tokens: number, units: number): Stage => ({
  signature: `mean-of-tokens(${tokens},${units})`,
  numbers: [],
  forward: ({ tf, seeds }, input) => ({
    output: tf.mean(tf.reshape(input, [seeds, -1, tokens, units]), 2),
    pullback: ({ tensor, logScale }) => {
      const shared = tf.div(tf.expandDims(tensor, 2), tokens);
      return { tensor: tf.reshape(tf.tile(shared, [1, 1, tokens, 1]), [seeds, -1, units]), logScale };
    },
  }),
  meanField: ({ secondMoment, mean, covariance, isGaussian }) => ({
    field: {
      secondMoment: secondMoment / tokens + (1 - 1 / tokens) * covariance(),
      mean,
      covariance,
      isGaussian,
    },
    gradientFactor: 1 / tokens ** 2,
    logVariance: 0,
    rows: [],
  }),
});
