import type { LayerMeasurement } from '@vanish/core';
import { isNumber } from '../frame/layer.ts';

/** Share of the units that are saturated or dead; null where the signal has left float32, and slopes of NaN tell nothing. **Range** 0 … 1 */
export const stuckShare = ({ activation }: LayerMeasurement, field: 'saturated' | 'dead'): number | null =>
  isNumber(activation.preActivationSecondMoment) && isNumber(activation[field]) ? activation[field] : null;
