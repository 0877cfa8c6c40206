import type { Initializer } from './initializer.ts';
import { orthogonalLaw } from './laws/orthogonal.ts';

/** Orthogonal, WᵀW = I. **Source** Saxe, McClelland & Ganguli 2013, 1312.6120. */
export const orthogonal: Initializer = {
  name: 'orthogonal',
  aliases: ['ortho'],
  summary: 'orthogonal matrices: every singular value is 1',
  law: orthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
};
