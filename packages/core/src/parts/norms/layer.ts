import { normalise } from '../layers/normalise.ts';
import { defaultEpsilon, epsilonParameter, type Norm } from './norm.ts';

const layerWith = (epsilon: number): Norm => ({
  name: 'layer',
  aliases: ['layernorm', 'layer-normalization', 'layer-normalisation', 'ln'],
  summary: 'layer normalisation: each example to mean 0 and variance 1 over its units',
  explanation: {
    text: [
      'Each example is brought to mean 0 and variance 1 over the units of its layer.',
      'The scale of the weights no longer matters: each layer multiplies the squared gradient by E φ′²/E φ² at variance 1, which is 1 for relu, 1.18 for tanh and 0.15 for sigmoid.',
      'It needs no batch, and stands in every transformer.',
    ],
    formula: 'y = (x − μ) / √(σ² + ε), over the units',
    source: 'Ba, Kiros & Hinton 2016, arXiv 1607.06450',
    example: 'depth=30 act=tanh norm=layer',
    seeAlso: ['norm=rms', 'norm=batch', 'normalisation'],
  },
  parameter: epsilonParameter(epsilon, layerWith),
  stages: () => [
    normalise({
      name: 'layer-norm',
      axis: 2,
      isCentred: true,
      epsilon,
      meanField: ({ secondMoment, mean, covariance, isGaussian }) => {
        const inverse = 1 / (secondMoment - mean ** 2 + epsilon);
        return {
          field: {
            secondMoment: (secondMoment - mean ** 2) * inverse,
            mean: 0,
            covariance: () => (covariance() - mean ** 2) * inverse,
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

/** Layer normalisation, y = (x − μ)/√(σ² + ε) over the units of an example. **Source** Ba, Kiros & Hinton 2016, 1607.06450. */
export const layer: Norm = layerWith(defaultEpsilon);
