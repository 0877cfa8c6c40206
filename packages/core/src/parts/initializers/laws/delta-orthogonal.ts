import type { Law } from '../law.ts';

/** Kernels that are zero but for the centre tap, a Haar-distributed orthogonal matrix: E w² = 1 / (taps · max(channels)). */
export const deltaOrthogonalLaw: Law = {
  name: 'delta-orthogonal',
  nominalVariance: (fanIn, fanOut, taps = 1) => 1 / Math.max(fanIn, fanOut * taps),
  varianceFactor: 1,
  isOrthogonal: true,
  isCentred: true,
  draw: (random, [seeds, fanIn, fanOut], { count, centre }) => {
    const channels = fanIn / count;
    const matrix = random.orthogonal([seeds, channels, fanOut]);
    return matrix.pad([
      [0, 0],
      [centre * channels, (count - 1 - centre) * channels],
      [0, 0],
    ]);
  },
};
