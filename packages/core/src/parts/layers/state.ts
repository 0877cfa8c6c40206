import { halvesOf, sideBySide } from './halves.ts';
import type { Moments } from './mean-field.ts';
import type { Stage } from './stage.ts';

/** Which half of a state of two is handed on. */
export interface HalfSettings {
  readonly half: 'hidden' | 'cell';
  readonly units: number;
}

const nothing: Moments = { secondMoment: 0, covariance: () => 0 };

/**
 * One half of a recurrent state (h, c): what the loss looks at. Nothing comes back to the other half.
 * **Shape** [seeds, batch, 2 · units] to [seeds, batch, units].
 */
export const halfOfState = ({ half, units }: HalfSettings): Stage => ({
  signature: `half(${half},${units})`,
  numbers: [],
  forward: (pass, state) => ({
    output: halvesOf(pass, state)[half === 'hidden' ? 0 : 1],
    pullback: ({ tensor, logScale }) => {
      const zeros = pass.tf.zerosLike(tensor);
      return { tensor: sideBySide(pass, half === 'hidden' ? [tensor, zeros] : [zeros, tensor]), logScale };
    },
  }),
  meanField: (field) => {
    const { secondMoment, covariance } = half === 'hidden' ? field : (field.cells ?? nothing);
    return {
      field: { secondMoment, covariance, mean: 0, isGaussian: half === 'cell' },
      gradientFactor: 1,
      logVariance: 0,
      rows: [],
      pullback: () => ({ gradientFactor: 1, paths: half === 'hidden' ? [[0], [0], [1]] : [[1], [0], [0]] }),
    };
  },
});
