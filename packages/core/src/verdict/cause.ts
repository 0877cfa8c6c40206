import type { Experiment } from '../experiment/experiment.ts';
import type { Symptoms } from './symptoms.ts';
import { healthyDecades } from './thresholds.ts';
import { shortNumber } from './words.ts';

/** Where the factor per layer comes from: E φ′² of the activation times σ_w² of the weights. */
export const explainCause = (
  { decades, activationFactor, weightFactor, depth }: Symptoms,
  { activation }: Experiment,
): string => {
  if (depth < 2) return 'One layer has no depth to lose a gradient over.';
  const factor = activationFactor * weightFactor;
  if (decades === null || !Number.isFinite(factor) || factor === 0) {
    return 'Some layer passes no finite gradient, so there is no factor per layer to take apart.';
  }
  const product = `${shortNumber(factor)} = ${shortNumber(activationFactor)} (slope of ${activation.name}, E φ′²) × ${shortNumber(weightFactor)} (weights, σ_w²)`;
  const statement = `Each layer multiplies the squared gradient by ${product}.`;
  if (Math.abs(decades.value) <= healthyDecades) return `${statement} That is close enough to 1 for this depth.`;
  const needed = 1 / activationFactor;
  return `${statement} With this activation the weights would need σ_w² = ${shortNumber(needed)} to keep it.`;
};
