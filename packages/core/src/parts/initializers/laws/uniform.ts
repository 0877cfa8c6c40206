import type { Law } from '../law.ts';

/** Independent uniform entries, as the generator has them: half-integers between −2¹⁵ and 2¹⁵, Var w = (2³² − 1) / 12. */
export const uniformLaw: Law = {
  name: 'uniform',
  nominalVariance: () => (2 ** 32 - 1) / 12,
  varianceFactor: 1,
  isOrthogonal: false,
  draw: (random, shape) => random.uniform(shape),
};
