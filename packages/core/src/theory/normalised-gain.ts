import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';

/**
 * Factor of the squared gradient per layer where a layer norm, or LSUV, holds q = 1 before φ: D(1) / V(1), whatever σ_w².
 *
 * **Source** derived for this project.
 */
export const layerNormGain = (activation: Activation): number => {
  const { secondMoment, slopeSecondMoment } = gaussianAverages(activation);
  return slopeSecondMoment(1) / secondMoment(1);
};

/** The same for a batch norm before φ, which also removes the mean: D(1) / (V(1) − M(1)²). **Range** batch and width → ∞. */
export const batchNormGain = (activation: Activation): number => {
  const { secondMoment, slopeSecondMoment, mean } = gaussianAverages(activation);
  return slopeSecondMoment(1) / (secondMoment(1) - mean(1) ** 2);
};
