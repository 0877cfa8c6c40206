import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** LeCun uniform, W ~ U(±√(3 / fanIn)). **Source** LeCun et al. 1998. */
export const lecunUniform: Initializer = {
  name: 'lecun-uniform',
  aliases: [],
  summary: 'Var W = 1 / fan in, uniform',
  law: uniformLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
