import type { Initializer } from './initializer.ts';
import { orthogonalLaw } from './laws/orthogonal.ts';

/** Layer-sequential unit variance: W ← W / √Var z, layer after layer. **Source** Mishkin & Matas 2015, 1511.06422. */
export const lsuv: Initializer = {
  name: 'lsuv',
  aliases: ['layer-sequential-unit-variance'],
  summary: 'orthogonal, then each layer rescaled to unit variance on the first batch',
  law: orthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: true,
};
