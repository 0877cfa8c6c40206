import { leastSquaresSlope } from '../../numbers/statistics.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { pairsWith } from '../../parts/tasks/pairs.ts';
import { fixedPoint } from '../../theory/fixed-point.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logMeanSquare } from '../signals.ts';

/** The squared gradient changes by χ₁ per layer. */
export const p06: RunnableClaim = {
  id: 'P06',
  claim: 'The back-propagated squared norm changes by χ₁ per layer, and ξ = 1 / |ln χ₁| is its depth scale.',
  source: 'Schoenholz et al. 2017, 1611.01232',
  takes: 'measuring',
  run: (laboratory) => inTurn(settings, (setting) => compareFactor(laboratory, setting)),
};

interface Setting {
  /** σ_w² */
  readonly gain: number;
  readonly chi: string;
  /** Null at the critical point, where it is infinite. */
  readonly depthScale: string | null;
}

const settings: readonly Setting[] = [
  { gain: 1, chi: '0.759', depthScale: '3.627' },
  { gain: 1.3, chi: '0.8802', depthScale: '7.834' },
  { gain: 1.7609546, chi: '1.000000', depthScale: null },
  { gain: 2.5, chi: '1.134', depthScale: '7.979' },
  { gain: 4, chi: '1.342', depthScale: '3.396' },
];

const bias = 0.05;

const compareFactor = async (laboratory: Laboratory, { gain, chi, depthScale }: Setting): Promise<readonly Comparison[]> => {
  const { qStar, chi1 } = fixedPoint(tanh, { gain, bias });
  const task = pairsWith({ correlation: 0, secondMoment: ((qStar ?? Number.NaN) - bias) / gain });
  // sixteen inputs and output vectors for each of 8 networks: 16 networks with one each leave 4 % of ξ to chance at σ_w² = 2.5
  const net: PlainNet = { activation: tanh, gain, bias, depth: 50, width: 500, seeds: 8, batch: 16, task };
  const profile = await laboratory.measure(net);
  const points = Array.from({ length: 41 }, (_, index) => ({ x: -(index + 5), y: logMeanSquare(profile, index + 5) }));
  const slope = leastSquaresSlope(points);
  const expected = chi1 ?? Number.NaN;
  const factor: Comparison[] = [
    asPrinted(`theory: χ₁, σ_w² = ${gain}`, chi, expected),
    {
      quantity: `|d|² factor per layer, σ_w² = ${gain}`,
      expected,
      measured: Math.exp(slope),
      tolerance: 0.015,
      toleranceKind: 'relative',
    },
  ];
  if (depthScale === null) return factor;
  const scale = 1 / Math.abs(Math.log(expected));
  return [
    ...factor,
    asPrinted(`theory: ξ, σ_w² = ${gain}`, depthScale, scale),
    {
      quantity: `ξ of |d|², σ_w² = ${gain}`,
      expected: scale,
      measured: 1 / Math.abs(slope),
      tolerance: 0.05,
      toleranceKind: 'relative',
    },
  ];
};
