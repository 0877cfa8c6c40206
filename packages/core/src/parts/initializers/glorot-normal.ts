import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** Glorot (Xavier) normal, W ~ N(0, 2 / (fanIn + fanOut)). **Source** Glorot & Bengio 2010. */
export const glorotNormal: Initializer = {
  name: 'glorot-normal',
  aliases: ['xavier-normal'],
  summary: 'Var W = 2 / (fan in + fan out), normal',
  explanation: {
    text: [
      'The variance of Glorot and Bengio, drawn from a normal law; to a wide network the law makes no difference.',
      'Between layers of one width it is σ_w² = 1, which suits units with slope 1 at zero, such as tanh.',
      'relu needs twice as much: take He weights there.',
    ],
    formula: 'W ~ N(0, 2 / (fan in + fan out))',
    source: 'Glorot & Bengio 2010',
    example: 'depth=10 act=tanh init=glorot-normal',
    seeAlso: ['glorot-uniform', 'xavier-argument', 'he-normal'],
  },
  law: normalLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
