import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** Glorot (Xavier) uniform, W ~ U(±√(6 / (fanIn + fanOut))). **Source** Glorot & Bengio 2010. */
export const glorotUniform: Initializer = {
  name: 'glorot-uniform',
  aliases: ['glorot', 'xavier', 'xavier-uniform'],
  summary: 'Var W = 2 / (fan in + fan out), uniform: the default of Keras',
  law: uniformLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
