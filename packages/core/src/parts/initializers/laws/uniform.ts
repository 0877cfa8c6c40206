import type { Law } from '../law.ts';

/** Independent uniform entries, w ~ U(−½, ½), Var w = 1/12. */
export const uniformLaw: Law = {
  name: 'uniform',
  nominalVariance: () => 1 / 12,
  varianceFactor: 1,
  isOrthogonal: false,
  draw: (random, shape) => random.uniform(shape).sub(0.5),
};
