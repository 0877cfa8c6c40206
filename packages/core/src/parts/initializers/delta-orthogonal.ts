import type { Initializer } from './initializer.ts';
import { deltaOrthogonalLaw } from './laws/delta-orthogonal.ts';

/** Delta-orthogonal: kernels that pass every position on by itself, turned; orthogonal where there are no kernels. **Source** Xiao et al. 2018, 1806.05393. */
export const deltaOrthogonal: Initializer = {
  name: 'delta-orthogonal',
  aliases: ['delta', 'delta-ortho', 'convolution-delta-orthogonal'],
  summary: 'kernels zero but for an orthogonal centre: isometry at any depth',
  explanation: {
    text: [
      'Convolution kernels that are zero but for their centre, where an orthogonal matrix stands.',
      'Every position is handed on by itself, turned and not stretched: a linear network keeps its gradient exactly, at any depth.',
      'With tanh just above its critical point gradients pass through thousands of layers. In networks without kernels it is the same as orthogonal.',
    ],
    formula: 'K(centre) = Q with QᵀQ = I,  K = 0 elsewhere',
    source: 'Xiao et al. 2018, arXiv 1806.05393',
    example: 'net=cnn depth=100 width=32 act=linear init=delta-orthogonal',
    seeAlso: ['orthogonal', 'cnn', 'dynamical-isometry'],
  },
  law: deltaOrthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
};
