import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** LeCun normal, W ~ N(0, 1 / fanIn). **Source** LeCun et al. 1998. */
export const lecunNormal: Initializer = {
  name: 'lecun-normal',
  aliases: ['lecun'],
  summary: 'Var W = 1 / fan in, normal: the partner of selu',
  explanation: {
    text: [
      'Weights of variance 1/fan in: a linear layer gives out as much variance as it takes in.',
      'This is σ_w² = 1, where selu holds its signal and tanh is critical; relu halves the squared gradient at every layer.',
      'Take it with selu.',
    ],
    formula: 'W ~ N(0, 1 / fan in)',
    source: 'LeCun et al. 1998',
    example: 'depth=50 act=selu init=lecun-normal',
    seeAlso: ['selu', 'he-normal', 'gain'],
  },
  law: normalLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
