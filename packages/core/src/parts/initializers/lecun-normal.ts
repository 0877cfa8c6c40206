import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** LeCun normal, W ~ N(0, 1 / fanIn). **Source** LeCun et al. 1998. */
export const lecunNormal: Initializer = {
  name: 'lecun-normal',
  aliases: ['lecun'],
  summary: 'Var W = 1 / fan in, normal: the partner of selu',
  law: normalLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
