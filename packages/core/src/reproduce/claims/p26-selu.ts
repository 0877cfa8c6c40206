import { leastSquaresSlope, mean } from '../../numbers/statistics.ts';
import { selu } from '../../parts/activations/selu.ts';
import { lecunNormal } from '../../parts/initializers/lecun-normal.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logMeanSquare } from '../signals.ts';

/** selu normalises itself, and its gradient still grows. */
export const p26: RunnableClaim = {
  id: 'P26',
  claim:
    'SELU has the fixed point mean 0, variance 1; the slope of its variance map is 0.782648, of the mean on the variance 0.088834; the squared gradient still grows by 1.071575 per layer.',
  source: 'Klambauer et al. 2017, 1706.02515; gain: derived for this project',
  takes: 'measuring',
  run: async (laboratory) => [...mapsAtFixedPoint(), ...(await deepNet(laboratory))],
};

const mapsAtFixedPoint = (): readonly Comparison[] => {
  const { mean: M, secondMoment: V, slopeSecondMoment: D, secondMomentSlope } = gaussianAverages(selu);
  const exact = (quantity: string, expected: number, measured: number): Comparison => ({
    quantity: `theory: ${quantity}`,
    expected,
    measured,
    tolerance: 1e-6,
    toleranceKind: 'absolute',
  });
  return [
    exact('mean at q = 1', 0, M(1)),
    exact('E φ² at q = 1', 1, V(1)),
    exact('slope of the variance map', 0.782648, secondMomentSlope(1)),
    exact('slope of the mean on the variance', 0.088834, slopeAtOne(M)),
    exact('|d|² factor per layer', 1.071575, D(1)),
  ];
};

/** Central difference: h² f‴ and rounding / h are both far below 1e-6. */
const slopeAtOne = (of: (q: number) => number): number => (of(1 + 1e-4) - of(1 - 1e-4)) / 2e-4;

const deepNet = async (laboratory: Laboratory): Promise<readonly Comparison[]> => {
  // 8 inputs to each of 16 networks and a mean over thirty layers leave 0.5 % to chance, where 8 networks at one layer left 3 %
  const net: PlainNet = { activation: selu, initializer: lecunNormal, depth: 41, width: 600, seeds: 16, batch: 8 };
  const profile = await laboratory.measure(net);
  const slope = leastSquaresSlope(
    Array.from({ length: 41 }, (_, index) => ({ x: -(index + 1), y: logMeanSquare(profile, index + 1) })),
  );
  const lengths = profile.layers.slice(10).map(({ activation }) => activation.preActivationSecondMoment ?? Number.NaN);
  return [
    {
      quantity: '|d|² factor per layer, width 600',
      expected: gaussianAverages(selu).slopeSecondMoment(1),
      measured: Math.exp(slope),
      tolerance: 0.015,
      toleranceKind: 'relative',
    },
    {
      quantity: 'E h² at layers 10 to 40, width 600',
      expected: 1,
      measured: mean(lengths),
      tolerance: 0.015,
      toleranceKind: 'relative',
    },
  ];
};
