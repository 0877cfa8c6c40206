import { positionsOf } from '../layers/grid.ts';
import { normalise } from '../layers/normalise.ts';
import { defaultEpsilon, epsilonParameter, type Norm } from './norm.ts';

/** Below it the variance of a unit over the batch may be anything, and its inverse has no mean. */
const smallestBatch = 4;

const batchWith = (epsilon: number): Norm => ({
  name: 'batch',
  aliases: ['batchnorm', 'batch-normalization', 'batch-normalisation', 'bn'],
  summary: 'batch normalisation: each unit to mean 0 and variance 1 over the batch',
  parameter: epsilonParameter(epsilon, batchWith),
  stages: () => [
    normalise({
      name: 'batch-norm',
      axis: 1,
      isCentred: true,
      epsilon,
      meanField: ({ secondMoment, covariance, isGaussian, batch, space }) => {
        const examples = batch * positionsOf(space?.sides ?? []);
        if ((space?.sites ?? null) !== null) return { missing: 'batch normalisation over positions that borders make unlike' };
        if (examples < smallestBatch) return { missing: `batch normalisation over fewer than ${smallestBatch} examples` };
        if (!isGaussian) return { missing: 'batch normalisation of numbers that are not Gaussian' };
        // what is left of a unit once the mean over examples, which they share, is gone
        const variance = secondMoment - covariance();
        const inverse = 1 / (variance + epsilon);
        return {
          field: {
            secondMoment: variance * inverse,
            mean: 0,
            covariance: () => 0,
            isGaussian,
            // positions share what examples share, and lose it with them
            space: space && { ...space, elsewhere: (space.elsewhere - covariance()) * inverse },
          },
          // two directions of the batch are taken out of the gradient, and the variance of B examples is χ² with B − 1 degrees
          gradientFactor: (inverse * (examples - 2)) / (examples - 3),
          logVariance: 0,
          rows: [],
        };
      },
    }),
  ],
});

/**
 * Batch normalisation, y = (x − μ)/√(σ² + ε) over the examples of a batch, with the batch's own statistics as in training.
 *
 * Theory for examples that are equally alike: x² loses what two examples share, and the squared gradient takes
 * (B − 2)/(B − 3) / (E x² − E x₁x₂ + ε). **Source** Ioffe & Szegedy 2015, 1502.03167; Yang et al. 2019, 1902.08129; the factor of
 * finite batches derived for this project.
 */
export const batch: Norm = batchWith(defaultEpsilon);
