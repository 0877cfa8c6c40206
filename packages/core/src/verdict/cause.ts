import type { Subject } from './appraise.ts';
import type { Symptoms } from './symptoms.ts';
import { healthyDecades } from './thresholds.ts';
import { shortNumber } from './words.ts';

/** Where the factor per layer comes from: E φ′² of the activation times σ_w² of the weights, or what the architecture makes of them. */
export const explainCause = (symptoms: Symptoms, { activation, story }: Pick<Subject, 'activation' | 'story'>): string => {
  const { decades, activationFactor, weightFactor, depth, noun } = symptoms;
  if (depth < 2) return 'One layer has no depth to lose a gradient over.';
  if (story !== null) return tellStory(symptoms, story);
  const factor = activationFactor * weightFactor;
  if (decades === null || !Number.isFinite(factor) || factor === 0) return noFactor;
  const product = `${shortNumber(factor)} = ${shortNumber(activationFactor)} (slope of ${activation.name}, E φ′²) × ${shortNumber(weightFactor)} (weights, σ_w²)`;
  const statement = `Each ${noun} multiplies the squared gradient by ${product}.`;
  if (Math.abs(decades.value) <= healthyDecades) return `${statement} That is close enough to 1 for this depth.`;
  const needed = 1 / activationFactor;
  return `${statement} With this activation the weights would need σ_w² = ${shortNumber(needed)} to keep it.`;
};

const noFactor = 'Some layer passes no finite gradient, so there is no factor per layer to take apart.';

/** The measured factor of the squared gradient per row, and where it comes from. */
const tellStory = ({ decades, depth, noun }: Symptoms, story: (factor: number) => string): string => {
  if (decades === null || !Number.isFinite(decades.value)) return noFactor;
  const factor = 10 ** ((2 * decades.value) / (depth - 1));
  return `On its way to the input each ${noun} multiplies the squared gradient by ${shortNumber(factor)} on average. ${story(factor)}`;
};
