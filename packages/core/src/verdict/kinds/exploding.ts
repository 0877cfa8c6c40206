import { explodingDecades } from '../thresholds.ts';
import { counted, powerOfTen } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The gradient grows towards the input. */
export const exploding: Diagnosis = {
  kind: 'exploding',
  precedence: 40,
  applies: ({ decades }) => decades !== null && decades.low > explodingDecades,
  headline: ({ noun, decades, depth, first }) =>
    `Exploding: over ${counted(depth, noun)} the gradient grows ${powerOfTen(decades?.value ?? 0)}-fold towards the input, to ${powerOfTen(first.signal.log10Rms ?? 0)} at ${first.name}.`,
};
