import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** Glorot (Xavier) uniform, W ~ U(±√(6 / (fanIn + fanOut))). **Source** Glorot & Bengio 2010. */
export const glorotUniform: Initializer = {
  name: 'glorot-uniform',
  aliases: ['glorot', 'xavier', 'xavier-uniform'],
  summary: 'Var W = 2 / (fan in + fan out), uniform: the default of Keras',
  explanation: {
    text: [
      'A compromise between keeping the signal on its way forward, Var W = 1/fan in, and the gradient on its way back, 1/fan out.',
      'Between layers of one width both agree and σ_w² is 1: right for linear units, good for tanh, half of what relu needs.',
      'It is the default of Keras, and of this laboratory.',
    ],
    formula: 'W ~ U(±√(6 / (fan in + fan out)))',
    source: 'Glorot & Bengio 2010',
    example: 'depth=30 act=relu init=glorot-uniform',
    seeAlso: ['xavier-argument', 'he-normal', 'tanh'],
  },
  law: uniformLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
