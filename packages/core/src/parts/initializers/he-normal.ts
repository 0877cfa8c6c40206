import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** He (Kaiming) normal, W ~ N(0, 2 / fanIn). **Source** He et al. 2015, 1502.01852. */
export const heNormal: Initializer = {
  name: 'he-normal',
  aliases: ['he', 'kaiming', 'kaiming-normal'],
  summary: 'Var W = 2 / fan in, normal: keeps the gradient of relu nets',
  explanation: {
    text: [
      'Weights of twice the LeCun variance, which makes up for the half that relu cuts off.',
      'For relu σ_w² E φ′² = 2 · ½ = 1, so the squared gradient keeps its size at any depth.',
      'Use it with relu and its relatives; a tanh net it makes chaotic, and a sigmoid net it does not save.',
    ],
    formula: 'W ~ N(0, 2 / fan in)',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=50 act=relu init=he-normal',
    seeAlso: ['relu', 'he-argument', 'glorot-uniform'],
  },
  law: normalLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
