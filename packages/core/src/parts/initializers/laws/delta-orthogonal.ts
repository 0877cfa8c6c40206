import type { Law } from '../law.ts';
import { atCentre } from './at-centre.ts';

/** Kernels that are zero but for the centre tap, a Haar-distributed orthogonal matrix: E w² = 1 / (taps · max(channels)). */
export const deltaOrthogonalLaw: Law = {
  name: 'delta-orthogonal',
  nominalVariance: (fanIn, fanOut, taps = 1) => 1 / Math.max(fanIn, fanOut * taps),
  varianceFactor: 1,
  isOrthogonal: true,
  isCentred: true,
  draw: (random, [seeds, fanIn, fanOut], taps) => atCentre(random.orthogonal([seeds, fanIn / taps.count, fanOut]), taps),
};
