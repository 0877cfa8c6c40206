import { relu } from '../../parts/activations/relu.ts';
import { resnet } from '../../parts/architectures/resnet.ts';
import { batch } from '../../parts/norms/batch.ts';
import { layer } from '../../parts/norms/layer.ts';
import type { Norm } from '../../parts/norms/norm.ts';
import { mid } from '../../parts/orders/mid.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { lengthRatio, meanSquareRatio, predictedRatio } from '../signals.ts';

/** Residual nets with a normalisation at the start of each branch grow as a power of depth. */
export const p15: RunnableClaim = {
  id: 'P15',
  claim:
    'In pre-normalised ResNets E x_l² = l + 1; the squared gradient grows by ∏(1 + 1/(l + 1)) = L + 1 with layer normalisation and by ∏(1 + 1/(1 + (1 − 1/π) l)) with batch normalisation, which removes the batch mean of the ReLU.',
  source: 'De & Smith 2020, 2002.10444 (the variance); exponents derived for this project',
  takes: 'measuring',
  run: async (laboratory) => [
    ...(await compareNorm(laboratory, { norm: layer, printed: { 20: '21', 50: '51' } })),
    ...(await compareNorm(laboratory, { norm: batch, printed: { 20: '42.9329', 50: '153.433' } })),
  ],
};

interface Setting {
  readonly norm: Norm;
  /** |g_0|² / |g_L|² by L. */
  readonly printed: Readonly<Record<20 | 50, string>>;
}

const netWith = (norm: Norm, blocks: number, examples: number): PlainNet => ({
  activation: relu,
  // Var W₁ = 2/n and Var W₂ = 1/n as published, evenly shared: a relu net knows the product alone
  gain: Math.SQRT2,
  // one more block shows what the blocks before it have done
  depth: blocks + 1,
  width: 200,
  seeds: 12,
  batch: examples,
  parts: { net: resnet, order: mid, norm: norm.parameter?.with(0) ?? norm },
});

/** Examples of a batch whose size does not show. */
const endless = 1e12;

const compareNorm = async (laboratory: Laboratory, { norm, printed }: Setting): Promise<readonly Comparison[]> => {
  const net = netWith(norm, 20, 64);
  const profile = await laboratory.measure(net);
  const tolerance = { tolerance: 0.08, toleranceKind: 'relative' } as const;
  return [
    ...([20, 50] as const).map((blocks) =>
      asPrinted(
        `theory: |g_0|² / |g_${blocks}|², ${norm.name} norm`,
        printed[blocks],
        predictedRatio(laboratory.predict(netWith(norm, blocks, endless)), 1, blocks + 1),
      ),
    ),
    { quantity: `E x_20² / E x_0², ${norm.name} norm`, expected: 21, measured: lengthRatio(profile, 21, 1), ...tolerance },
    {
      quantity: `|g_0|² / |g_20|², ${norm.name} norm`,
      expected: Number(printed[20]),
      measured: meanSquareRatio(profile, 1, 21),
      ...tolerance,
    },
  ];
};
