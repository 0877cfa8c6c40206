import type { Law } from '../law.ts';
import { atCentre } from './at-centre.ts';

/** Ones on the diagonal and zeros elsewhere, of a kernel at its centre tap: E w² = 1 / (taps · max(channels)), as of an orthogonal matrix. */
export const identityLaw: Law = {
  name: 'identity',
  nominalVariance: (fanIn, fanOut, taps = 1) => 1 / Math.max(fanIn, fanOut * taps),
  varianceFactor: 1,
  isOrthogonal: true,
  isCentred: true,
  isDeterministic: true,
  draw: (random, [seeds, fanIn, fanOut], taps) => atCentre(random.identity([seeds, fanIn / taps.count, fanOut]), taps),
};
