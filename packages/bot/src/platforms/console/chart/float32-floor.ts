import { type Axis, heightOf } from './axis.ts';

/** log₁₀ of the smallest positive float32, 2⁻¹⁴⁹. */
const float32Floor = -149 * Math.log10(2);

/** The row in which float32 training begins to see zero; null where it is out of sight. */
export const floorRow = (axis: Axis): number | null =>
  axis.low > float32Floor || axis.high < float32Floor ? null : Math.floor(heightOf(axis, float32Floor));
