import type { Law } from '../law.ts';

/**
 * Gaussian entries cut at two standard deviations, the lost variance not put back.
 *
 * Var = 1 − 4ϕ(2) / (2Φ(2) − 1) = 0.773741 of the nominal variance: what `heNormal`, `glorotNormal` and
 * `leCunNormal` of TensorFlow.js layers 4.22 draw. **Source** measured there; formula of the doubly truncated normal.
 */
export const truncatedNormalLaw: Law = {
  name: 'truncated normal',
  nominalVariance: () => 1,
  varianceFactor: 0.7737413035499232,
  isOrthogonal: false,
  draw: (random, shape) => random.truncatedNormal(shape),
};
