import type { Law } from '../law.ts';

/** Independent Gaussian entries, w ~ N(0, 1). */
export const normalLaw: Law = {
  name: 'normal',
  nominalVariance: () => 1,
  varianceFactor: 1,
  isOrthogonal: false,
  draw: (random, shape) => random.normal(shape),
};
