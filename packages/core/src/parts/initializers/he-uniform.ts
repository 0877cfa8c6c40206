import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** He (Kaiming) uniform, W ~ U(±√(6 / fanIn)). **Source** He et al. 2015, 1502.01852. */
export const heUniform: Initializer = {
  name: 'he-uniform',
  aliases: ['kaiming-uniform'],
  summary: 'Var W = 2 / fan in, uniform: keeps the gradient of relu nets',
  law: uniformLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
