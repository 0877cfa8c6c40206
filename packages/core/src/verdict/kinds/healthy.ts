import { counted, inDecades, powerOfTen } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The signal arrives. */
export const healthy: Diagnosis = {
  kind: 'healthy',
  precedence: 90,
  applies: () => true,
  headline: ({ noun, decades, depth, first }) =>
    decades === null
      ? `Healthy: the gradient at ${first.name} is ${powerOfTen(first.signal.log10Rms ?? 0)}; there is no depth to lose it over.`
      : `Healthy: over ${counted(depth, noun)} the gradient changes by only ${inDecades(decades.value)}, and arrives at ${first.name} with ${powerOfTen(first.signal.log10Rms ?? 0)}.`,
};
