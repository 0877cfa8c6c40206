import { lostInRounding } from '../thresholds.ts';
import { powerOfTen } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Every layer's step is lost when float32 adds it to the weights, without decay along depth. */
export const tiny: Diagnosis = {
  kind: 'tiny',
  precedence: 70,
  applies: ({ movable }) =>
    movable.length > 0 && movable.every(({ update }) => (update.log10Ratio ?? Number.NEGATIVE_INFINITY) < lostInRounding),
  headline: ({ movable, last: end }) => {
    const last = movable.at(-1) ?? end;
    return last.update.log10Ratio === null
      ? `Tiny: the signal arrives at ${last.name}, but no weight receives a gradient.`
      : `Tiny: the gradient is small at every layer alike, and no step reaches 2⁻²⁴ of a weight (${powerOfTen(last.update.log10Ratio)} at ${last.name}), so float32 adds nothing.`;
  },
};
