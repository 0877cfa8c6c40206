import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** Glorot (Xavier) normal, W ~ N(0, 2 / (fanIn + fanOut)). **Source** Glorot & Bengio 2010. */
export const glorotNormal: Initializer = {
  name: 'glorot-normal',
  aliases: ['xavier-normal'],
  summary: 'Var W = 2 / (fan in + fan out), normal',
  law: normalLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
