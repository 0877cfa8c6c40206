import { lostInRounding } from '../../verdict/thresholds.ts';
import { powerOfTen } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** No weight moves any more. */
export const stalled: Alarm = {
  name: 'stalled',
  summary: 'no layer moves by 2⁻²⁴ of its weights, so that float32 adds nothing',
  source: 'float32 has 24 binary digits (lostInRounding in verdict/thresholds.ts)',
  patience: 3,
  look: ({ step, layers }) => {
    const known = layers.filter(({ isUpdateKnown }) => isUpdateKnown);
    if (known.length === 0) return null;
    const fastest = Math.max(...known.map(({ log10UpdateRatio }) => log10UpdateRatio ?? Number.NEGATIVE_INFINITY));
    if (fastest >= lostInRounding) return [];
    const size = fastest === Number.NEGATIVE_INFINITY ? 'not at all' : `by no more than ${powerOfTen(fastest)}`;
    return [{ layer: null, message: `the weights move ${size} at step ${step}: the training stands still` }];
  },
};
