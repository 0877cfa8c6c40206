import type { Tensor } from '@tensorflow/tfjs';
import { positionsOf, type Sides } from './grid.ts';
import type { Stage } from './stage.ts';

/**
 * Lays the features of every example out as an image. From here on the rows of a tensor are positions, and within each
 * the examples of the batch, so that neighbouring rows are two examples at one position.
 *
 * **Shape** [seeds, batch, positions · channels] → [seeds, positions · batch, channels].
 */
export const layOut = (sides: Sides, channels: number): Stage => {
  const positions = positionsOf(sides);
  return {
    signature: `lay-out(${sides.join('x')},${channels})`,
    numbers: [],
    isSpatial: true,
    forward: ({ tf, seeds }, input) => {
      const batch = input.shape[1] as number;
      const swap = (x: Tensor, from: readonly [number, number], to: readonly number[]): Tensor =>
        tf.reshape(tf.transpose(tf.reshape(x, [seeds, ...from, channels]), [0, 2, 1, 3]), [...to]);
      return {
        output: swap(input, [batch, positions], [seeds, positions * batch, channels]),
        pullback: ({ tensor, logScale }) => ({
          tensor: swap(tensor, [positions, batch], [seeds, batch, positions * channels]),
          logScale,
        }),
      };
    },
    meanField: ({ secondMoment, mean, covariance, isGaussian }) => ({
      // features are drawn independently, so positions begin without anything in common
      field: { secondMoment, mean, covariance, isGaussian, space: { sides, elsewhere: 0, sites: null } },
      gradientFactor: 1,
      logVariance: 0,
      rows: [],
    }),
  };
};
