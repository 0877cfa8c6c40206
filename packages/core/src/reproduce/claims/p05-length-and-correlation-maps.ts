import { tanh } from '../../parts/activations/tanh.ts';
import { pairsWith } from '../../parts/tasks/pairs.ts';
import { fixedPoint } from '../../theory/fixed-point.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';

/** Lengths settle at q*, correlations at c*. */
export const p05: RunnableClaim = {
  id: 'P05',
  claim: 'Length and correlation maps converge to q* and c*: c* = 1 in the ordered phase, c* < 1 in the chaotic one.',
  source: 'Poole et al. 2016, 1606.05340',
  takes: 'measuring',
  run: (laboratory) => inTurn(settings, (setting) => compareMaps(laboratory, setting)),
};

interface Setting {
  /** σ_w */
  readonly sigma: number;
  readonly printed: readonly [qStar: string, c8: string, c16: string];
}

const settings: readonly Setting[] = [
  { sigma: 1.3, printed: ['0.607', '0.8077', '0.9026'] },
  { sigma: 2.5, printed: ['4.079', '0.2705', '0.1543'] },
  { sigma: 4, printed: ['12.6', '0.1282', '0.04072'] },
];

const bias = 0.3 ** 2;
const firstCorrelation = 0.6;

const compareMaps = async (laboratory: Laboratory, { sigma, printed }: Setting): Promise<readonly Comparison[]> => {
  const gain = sigma ** 2;
  const qStar = fixedPoint(tanh, { gain, bias }).qStar ?? Number.NaN;
  const secondMoment = (qStar - bias) / gain;
  // such that layer 1 has q* and c = 0.6
  const task = pairsWith({ correlation: (firstCorrelation * qStar - bias) / (gain * secondMoment), secondMoment });
  // eight pairs per network instead of one, and four times its networks: 12 of them scatter by 1.5 % of q*, and 2 % is allowed
  const net: PlainNet = { activation: tanh, gain, bias, depth: 16, width: 1000, seeds: 48, batch: 16, task };
  const expected = laboratory.predict(net).layers;
  const measured = (await laboratory.measure(net)).layers;
  const correlations = [8, 16].flatMap((layer, position): Comparison[] => {
    const theory = expected[layer - 1]?.correlation ?? Number.NaN;
    const seen = measured[layer - 1]?.activation.correlation ?? Number.NaN;
    return [
      asPrinted(`theory: c_${layer}, σ_w = ${sigma}`, printed[position + 1] ?? '', theory),
      { quantity: `c_${layer}, σ_w = ${sigma}`, expected: theory, measured: seen, tolerance: 0.04, toleranceKind: 'absolute' },
    ];
  });
  const length = measured[15]?.activation.preActivationSecondMoment ?? Number.NaN;
  return [
    asPrinted(`theory: q*, σ_w = ${sigma}`, printed[0], qStar),
    {
      quantity: `mean z² at layer 16, σ_w = ${sigma}`,
      expected: qStar,
      measured: length,
      tolerance: 0.02,
      toleranceKind: 'relative',
    },
    ...correlations,
  ];
};
