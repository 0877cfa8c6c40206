import { positionsOf, type Sides } from './grid.ts';
import type { MeanField } from './mean-field.ts';
import { averageOf, type SpatialField, sitesOf } from './sites.ts';
import type { Stage } from './stage.ts';

/**
 * Mean over the positions of an image, which leaves one vector per example; the way back gives every position its part.
 * **Shape** [seeds, positions · batch, channels] → [seeds, batch, channels]. **Source** Lin, Chen & Yan 2013, 1312.4400.
 */
export const globalAverage = (sides: Sides): Stage => {
  const positions = positionsOf(sides);
  return {
    signature: `global-average(${sides.join('x')})`,
    numbers: [],
    isSpatial: true,
    forward: ({ tf, seeds }, input) => {
      const [, rows, channels] = input.shape as [number, number, number];
      const batch = rows / positions;
      const images = tf.reshape(input, [seeds, positions, batch * channels]);
      return {
        output: tf.reshape(tf.mean(images, 1), [seeds, batch, channels]),
        pullback: ({ tensor, logScale }) => {
          const part = tf.reshape(tf.mul(tensor, 1 / positions), [seeds, 1, batch * channels]);
          return { tensor: tf.reshape(tf.tile(part, [1, positions, 1]), [seeds, rows, channels]), logScale };
        },
      };
    },
    meanField: (field) => {
      const { secondMoment, mean, covariance, isGaussian } = averageOf(sitesOf(field as MeanField & SpatialField));
      return {
        field: { secondMoment, mean, covariance, isGaussian },
        gradientFactor: 1 / positions ** 2,
        logVariance: 0,
        rows: [],
      };
    },
  };
};
