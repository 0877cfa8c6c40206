import { normalise } from '../layers/normalise.ts';
import { defaultEpsilon, epsilonParameter, type Norm } from './norm.ts';

const rmsWith = (epsilon: number): Norm => ({
  name: 'rms',
  aliases: ['rmsnorm', 'root-mean-square'],
  summary: 'each example divided by its root mean square over the units',
  explanation: {
    text: [
      'Each example is divided by its root mean square over the units; the mean stays.',
      'For signals with mean zero it does to gradients what layer normalisation does, with one statistic less to compute.',
      'Behind an activation such as relu the shared mean stays in the signal.',
    ],
    formula: 'y = x / √(E x² + ε), over the units',
    source: 'Zhang & Sennrich 2019, arXiv 1910.07467',
    example: 'depth=30 act=tanh norm=rms',
    seeAlso: ['norm=layer', 'normalisation'],
  },
  parameter: epsilonParameter(epsilon, rmsWith),
  stages: () => [
    normalise({
      name: 'rms-norm',
      axis: 2,
      isCentred: false,
      epsilon,
      meanField: ({ secondMoment, mean, covariance, isGaussian }) => {
        const inverse = 1 / (secondMoment + epsilon);
        return {
          field: {
            secondMoment: secondMoment * inverse,
            mean: mean * Math.sqrt(inverse),
            covariance: () => covariance() * inverse,
            isGaussian,
          },
          gradientFactor: inverse,
          logVariance: 0,
          rows: [],
        };
      },
    }),
  ],
});

/** RMS normalisation, y = x/√(E x² + ε) over the units of an example. **Source** Zhang & Sennrich 2019, 1910.07467. */
export const rms: Norm = rmsWith(defaultEpsilon);
