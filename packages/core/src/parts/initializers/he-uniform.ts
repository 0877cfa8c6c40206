import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

/** He (Kaiming) uniform, W ~ U(±√(6 / fanIn)). **Source** He et al. 2015, 1502.01852. */
export const heUniform: Initializer = {
  name: 'he-uniform',
  aliases: ['kaiming-uniform'],
  summary: 'Var W = 2 / fan in, uniform: keeps the gradient of relu nets',
  explanation: {
    text: [
      'The variance of He weights, drawn from a uniform law.',
      'Gradients see the variance and not the law, so it keeps the squared gradient of relu nets as he-normal does.',
      'In TensorFlow.js it is the safer choice: its normal form has lost a quarter of the variance.',
    ],
    formula: 'W ~ U(±√(6 / fan in))',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=50 act=relu init=he-uniform',
    seeAlso: ['he-normal', 'he-normal-truncated'],
  },
  law: uniformLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
