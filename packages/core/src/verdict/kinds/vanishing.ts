import { vanishingDecades } from '../thresholds.ts';
import { counted, powerOfTen } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The gradient fades towards the input. */
export const vanishing: Diagnosis = {
  kind: 'vanishing',
  precedence: 60,
  applies: ({ decades }) => decades !== null && decades.high < -vanishingDecades,
  headline: ({ noun, decades, depth, first, float32ZeroFrom }) => {
    const zero = float32ZeroFrom === null ? '' : ` In float32 training it is exactly zero from ${float32ZeroFrom} down.`;
    return `Vanishing: over ${counted(depth, noun)} the gradient shrinks ${powerOfTen(-(decades?.value ?? 0))}-fold, to ${powerOfTen(first.signal.log10Rms ?? 0)} at ${first.name}.${zero}`;
  },
};
