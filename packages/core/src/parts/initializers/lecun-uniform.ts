import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** LeCun uniform, W ~ U(±√(3 / fanIn)). **Source** LeCun et al. 1998. */
export const lecunUniform: Initializer = {
  name: 'lecun-uniform',
  aliases: [],
  summary: 'Var W = 1 / fan in, uniform',
  explanation: {
    text: [
      'The variance 1/fan in, drawn from a uniform law.',
      'Gradients see the variance and not the law, so it does what lecun-normal does.',
      'Not to be taken for U(±1/√n), the old standard of deep learning, which has only a third of this variance.',
    ],
    formula: 'W ~ U(±√(3 / fan in))',
    source: 'LeCun et al. 1998',
    example: 'depth=10 act=tanh init=lecun-uniform',
    seeAlso: ['lecun-normal', 'uniform'],
  },
  law: uniformLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
