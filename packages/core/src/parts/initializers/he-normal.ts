import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** He (Kaiming) normal, W ~ N(0, 2 / fanIn). **Source** He et al. 2015, 1502.01852. */
export const heNormal: Initializer = {
  name: 'he-normal',
  aliases: ['he', 'kaiming', 'kaiming-normal'],
  summary: 'Var W = 2 / fan in, normal: keeps the gradient of relu nets',
  law: normalLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
