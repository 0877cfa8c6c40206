import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** All weights zero: the counter-example that every unit starts alike. */
export const zeros: Initializer = {
  name: 'zeros',
  aliases: ['zero'],
  summary: 'all weights 0: nothing learns but the last bias',
  law: normalLaw,
  weightVariance: () => 0,
  isCalibrated: false,
};
