import { normalRule } from '../numbers/gauss-legendre.ts';
import type { Activation } from '../parts/activations/activation.ts';

/** φ and φ′ at the nodes of a quadrature over u = √q·z. */
export interface GaussianSample {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Distances from zero, in units of u, over which a saturating unit bends; panels narrower than that are needed. */
export const bends: readonly number[] = [-8, -4, -2, -1, 1, 2, 4, 8];

/** Below this deviation of u a panel of width 1 resolves every bend: the poles of tanh are π/2 away, which leaves an error of 1e-17. */
const gentle = 2;

/** Samples an activation for pre-activations of variance q > 0; the panels split at its kinks and, where they are too wide for it, where it bends. */
export const gaussianSample = ({ value, slope, kinks }: Activation, q: number): GaussianSample => {
  const root = Math.sqrt(q);
  const { nodes, weights } = normalRule((root > gentle ? [...kinks, ...bends] : kinks).map((u) => u / root));
  return { nodes, weights, values: nodes.map((z) => value(root * z)), slopes: nodes.map((z) => slope(root * z)) };
};

/** Averages of one pre-activation that all come from one sample. */
export interface Moments {
  /** E φ² */
  readonly secondMoment: number;
  /** E φ′² */
  readonly slopeSecondMoment: number;
  /** E φ′⁴ */
  readonly slopeFourthMoment: number;
  /** E φ */
  readonly mean: number;
  /** E z φ φ′ = √q · V′(q) */
  readonly lean: number;
}

/** All moments in one pass. */
export const momentsOf = ({ nodes, weights, values, slopes }: GaussianSample): Moments => {
  let [secondMoment, slopeSecondMoment, slopeFourthMoment, mean, lean] = [0, 0, 0, 0, 0];
  for (let index = 0; index < nodes.length; index += 1) {
    const weight = weights[index] as number;
    const value = values[index] as number;
    const slope = slopes[index] as number;
    const square = slope * slope;
    mean += weight * value;
    secondMoment += weight * value * value;
    slopeSecondMoment += weight * square;
    slopeFourthMoment += weight * square * square;
    lean += weight * (nodes[index] as number) * value * slope;
  }
  return { secondMoment, slopeSecondMoment, slopeFourthMoment, mean, lean };
};
