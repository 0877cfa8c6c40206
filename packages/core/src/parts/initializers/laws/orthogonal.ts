import type { Law } from '../law.ts';

/** Haar-distributed matrices with orthonormal columns (rows, where fanIn < fanOut): E w² = 1 / max(fanIn, fanOut). */
export const orthogonalLaw: Law = {
  name: 'orthogonal',
  nominalVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  varianceFactor: 1,
  isOrthogonal: true,
  draw: (random, shape) => random.orthogonal(shape),
};
