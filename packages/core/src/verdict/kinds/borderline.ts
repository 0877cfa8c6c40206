import { healthyDecades } from '../thresholds.ts';
import { counted, inDecades } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Depth begins to cost: a matter of learning rate and patience. */
export const borderline: Diagnosis = {
  kind: 'borderline',
  precedence: 80,
  applies: ({ decades }) => decades !== null && Math.abs(decades.value) > healthyDecades,
  headline: ({ noun, decades, depth }) => {
    const direction = (decades?.value ?? 0) < 0 ? 'loses' : 'gains';
    return `Borderline: over ${counted(depth, noun)} the gradient ${direction} ${inDecades(decades?.value ?? 0)} on its way to the input; it trains, but depth begins to cost.`;
  },
};
