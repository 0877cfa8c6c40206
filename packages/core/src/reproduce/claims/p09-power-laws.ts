import { tanh } from '../../parts/activations/tanh.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { meanSquareRatio, predictedRatio } from '../signals.ts';

/** Power laws at the critical point of tanh without bias. */
export const p09: RunnableClaim = {
  id: 'P09',
  claim: 'tanh at σ_w² = 1, σ_b = 0 follows power laws, not exponentials: q_l → 1/(2l), |d_l|²/|d_L|² → l/L.',
  source: 'Roberts, Yaida & Hanin 2021, 2106.10165',
  takes: 'measuring',
  run: async (laboratory) => {
    const net: PlainNet = { ...critical, depth: 60, width: 400, seeds: 80, batch: 4 };
    const prediction = laboratory.predict(net);
    const profile = await laboratory.measure(net);
    const ratios = printedRatios.flatMap(({ layer, printed }): Comparison[] => {
      const expected = predictedRatio(prediction, layer, 60);
      const measured = meanSquareRatio(profile, layer, 60);
      return [
        asPrinted(`theory: |d_${layer}|² / |d_60|²`, printed, expected),
        { quantity: `|d_${layer}|² / |d_60|²`, expected, measured, tolerance: 0.25, toleranceKind: 'relative' },
      ];
    });
    return [...longRecursion(), ...ratios];
  },
};

const critical = { activation: tanh, gain: 1 } as const;

const printedRatios = [
  { layer: 30, printed: '0.4894' },
  { layer: 15, printed: '0.2366' },
  { layer: 6, printed: '0.08823' },
] as const;

const longRecursion = (): readonly Comparison[] => {
  const { secondMoment } = gaussianAverages(tanh);
  const layers = 4000;
  let q = 1;
  for (let layer = 1; layer <= layers; layer += 1) q = secondMoment(q);
  const quantity = 'l·q_l of the recursion from q_0 = 1 at l = 4000';
  return [
    // the next term of the expansion is of order ln l / l = 0.2 %
    { quantity, expected: 0.5, measured: layers * q, tolerance: Math.log(layers) / layers, toleranceKind: 'relative' },
    asPrinted(`theory: ${quantity}`, '0.5004', layers * q),
  ];
};
