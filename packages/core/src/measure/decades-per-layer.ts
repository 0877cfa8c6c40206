import { leastSquaresSlope, mean, studentInterval } from '../numbers/statistics.ts';
import type { GradientProfile, LayerMeasurement } from './gradient-profile.ts';

/**
 * Slope of log₁₀ RMS of the signal per layer towards the input, one least-squares line per network; mean and 95 %
 * Student interval over networks. A network with fewer than two readable layers has no slope.
 */
export const decadesTowardsInput = (layers: readonly LayerMeasurement[]): GradientProfile['decadesPerLayer'] => {
  const networks = layers[0]?.signalPerSeed.length ?? 0;
  const slopes: number[] = [];
  for (let network = 0; network < networks; network += 1) {
    const points = layers.flatMap(({ index, signalPerSeed }) => {
      const value = signalPerSeed[network] ?? null;
      return value === null ? [] : [{ x: -index, y: value }];
    });
    if (points.length > 1) slopes.push(leastSquaresSlope(points));
  }
  if (slopes.length === 0) return { value: null, low: null, high: null };
  if (slopes.length === 1) return { value: mean(slopes), low: null, high: null };
  const { low, high } = studentInterval(slopes);
  return { value: mean(slopes), low, high };
};
