import { mean } from '../../numbers/statistics.ts';
import { relu } from '../../parts/activations/relu.ts';
import { glorotNormal } from '../../parts/initializers/glorot-normal.ts';
import { heNormal } from '../../parts/initializers/he-normal.ts';
import { heNormalTruncated } from '../../parts/initializers/he-normal-truncated.ts';
import type { Initializer } from '../../parts/initializers/initializer.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logRatios, meanSquareRatio, predictedRatio } from '../signals.ts';

/** The factor of a relu layer is n·Var W / 2: Xavier halves the squared gradient, He keeps it. */
export const p03: RunnableClaim = {
  id: 'P03',
  claim:
    'ReLU has the factor n·Var(W)/2 per layer, so Xavier loses (1/√2)^L in norm and He keeps 1; std 0.01 from conv10 to conv2 of a VGG net loses 1.7e4.',
  source: 'He et al. 2015, 1502.01852',
  takes: 'measuring',
  run: async (laboratory) => {
    const comparisons = [...standardDeviations(), lossOfSmallWeights()];
    for (const { initializer, printed } of initializers)
      comparisons.push(...(await thirtyLayers(laboratory, initializer, printed)));
    return comparisons;
  },
};

const initializers = [
  { initializer: glorotNormal, printed: '9.31e-10' },
  { initializer: heNormal, printed: '1.000000' },
  { initializer: heNormalTruncated, printed: '0.000455' },
] as const;

/** He's standard deviation for 3 × 3 filters that feed `channels` of them, back-propagated. */
const heDeviation = (channels: number): number => Math.sqrt(heNormal.weightVariance(9 * channels, 9 * channels));

const standardDeviations = (): readonly Comparison[] =>
  (
    [
      ['64', '0.059'],
      ['128', '0.042'],
      ['256', '0.029'],
      ['512', '0.021'],
    ] as const
  ).map(([channels, printed]) => asPrinted(`He std of ${channels} 3×3 filters`, printed, heDeviation(Number(channels))));

/** Backwards from conv10 to conv2: one layer of 64 filters, two of 128, two of 256, four of 512. */
const lossOfSmallWeights = (): Comparison => {
  const channels = [64, 128, 128, 256, 256, 512, 512, 512, 512];
  const ratio = channels.reduce((product, filters) => (product * heDeviation(filters)) / 0.01, 1);
  return asPrinted('He std over std 0.01, conv10 to conv2', '1.7e4', ratio);
};

const [width, backPropagated, seeds] = [300, 30, 60];

/** Mean shift of ln|d|² over the layers: −κL/(2n), κ = 5 for relu. */
const logShift = (-5 * backPropagated) / (2 * width);

const thirtyLayers = async (
  laboratory: Laboratory,
  initializer: Initializer,
  printed: string,
): Promise<readonly Comparison[]> => {
  const net: PlainNet = { activation: relu, initializer, depth: backPropagated + 1, width, seeds };
  const expected = predictedRatio(laboratory.predict(net), 1, backPropagated + 1);
  const profile = await laboratory.measure(net);
  const measuredLog = mean(logRatios(profile, 1, backPropagated + 1)) / Math.LN2;
  const measured = meanSquareRatio(profile, 1, backPropagated + 1);
  const quantity = `|d_1|² / |d_31|², ${initializer.name}`;
  return [
    asPrinted(`theory: ${quantity}`, printed, expected),
    // √((e^{κL/n} − 1) / seeds) = 10 % of one standard error
    { quantity, expected, measured, tolerance: 0.35, toleranceKind: 'relative' },
    {
      quantity: `mean log₂ ${quantity}`,
      expected: Math.log2(expected) + logShift / Math.LN2,
      measured: measuredLog,
      tolerance: 0.45,
      toleranceKind: 'absolute',
    },
  ];
};
