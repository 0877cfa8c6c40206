import type { Stage } from './stage.ts';

/** A sequence for a network that does not see in which order its places stand. */
export interface PlacesSettings {
  readonly places: number;
  readonly units: number;
}

/**
 * (x + p) / √2 with a vector p of each place's own, N(0, 1) per entry at the start, and trained: positions, for a network that
 * would otherwise not tell them apart. **Shape** [seeds, batch, places · units]. **Source** Gehring et al. 2017, 1705.03122.
 */
export const markPlaces = ({ places, units }: PlacesSettings): Stage => ({
  signature: `mark-places(${places},${units})`,
  numbers: [],
  forward: (pass, input) => {
    const { tf, random, seeds } = pass;
    const { draw, learn } = pass.parameter({
      row: null,
      draw: () => random.normal([seeds, 1, places * units]),
      scale: () => tf.scalar(1),
    });
    return {
      output: tf.mul(tf.add(input, draw), Math.SQRT1_2),
      pullback: ({ tensor, logScale }) => {
        const back = tf.mul(tensor, Math.SQRT1_2);
        learn(() => ({ tensor: tf.sum(back, 1, true), logScale }));
        return { tensor: back, logScale };
      },
    };
  },
  meanField: ({ secondMoment, mean, covariance, isGaussian }) => ({
    field: { secondMoment: (secondMoment + 1) / 2, mean, covariance: () => (covariance() + 1) / 2, isGaussian },
    gradientFactor: 0.5,
    logVariance: 0,
    rows: [],
  }),
});
