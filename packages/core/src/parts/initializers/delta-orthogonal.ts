import type { Initializer } from './initializer.ts';
import { deltaOrthogonalLaw } from './laws/delta-orthogonal.ts';

/** Delta-orthogonal: kernels that pass every position on by itself, turned; orthogonal where there are no kernels. **Source** Xiao et al. 2018, 1806.05393. */
export const deltaOrthogonal: Initializer = {
  name: 'delta-orthogonal',
  aliases: ['delta', 'delta-ortho', 'convolution-delta-orthogonal'],
  summary: 'kernels zero but for an orthogonal centre: isometry at any depth',
  law: deltaOrthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
};
