import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';

/**
 * Var(s²) / mean(s²)² that one layer adds to the squared singular values of the input-output Jacobian: μ₂/μ₁² − 1 − s₁ with
 * s₁ = −1 for Gaussian and 0 for orthogonal weights.
 *
 * **Source** Pennington, Schoenholz & Ganguli 2017, 1711.04735; 2018, 1802.09979.
 */
export const spectrumVariancePerLayer = (activation: Activation, q: number, isOrthogonal: boolean): number => {
  const { slopeSecondMoment, slopeFourthMoment } = gaussianAverages(activation);
  return slopeFourthMoment(q) / slopeSecondMoment(q) ** 2 - (isOrthogonal ? 1 : 0);
};

/** Largest squared singular value of a product of L square Gaussian matrices of σ_w² = 1, (L+1)^(L+1) / L^L. **Source** as above. */
export const largestGaussianSquare = (layers: number): number => (layers + 1) * (1 + 1 / layers) ** layers;
