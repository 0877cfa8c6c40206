import { mean } from '../../numbers/statistics.ts';
import type { Activation } from '../../parts/activations/activation.ts';
import { linear } from '../../parts/activations/linear.ts';
import { relu } from '../../parts/activations/relu.ts';
import type { Initializer } from '../../parts/initializers/initializer.ts';
import { lecunNormal } from '../../parts/initializers/lecun-normal.ts';
import { orthogonal } from '../../parts/initializers/orthogonal.ts';
import { mse } from '../../parts/losses/mse.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';

/** The spread of the Jacobian's squared singular values grows linearly with depth. */
export const p10: RunnableClaim = {
  id: 'P10',
  claim:
    'The variance of the squared singular values of the Jacobian grows linearly with depth: Var/mean² = L(μ₂/μ₁² − 1 − s₁), s₁ = −1 for Gaussian and 0 for orthogonal weights.',
  source: 'Pennington, Schoenholz & Ganguli 2017, 1711.04735; 2018, 1802.09979',
  takes: 'measuring',
  run: async (laboratory) => {
    const comparisons: Comparison[] = [];
    for (const activation of [linear, relu]) {
      for (const initializer of [lecunNormal, orthogonal])
        comparisons.push(...(await compareSpectrum(laboratory, activation, initializer)));
    }
    return comparisons;
  },
};

const depth = 10;

const compareSpectrum = async (
  laboratory: Laboratory,
  activation: Activation,
  initializer: Initializer,
): Promise<readonly Comparison[]> => {
  const { slopeSecondMoment, slopeFourthMoment } = gaussianAverages(activation);
  const perLayer = slopeFourthMoment(1) / slopeSecondMoment(1) ** 2 - 1 + (initializer.law.isOrthogonal ? 0 : 1);
  // a loss behind a readout leaves the last activation in the Jacobian, ten whole layers; four networks instead of ten, since
  // they agree within 2 % and orthogonal matrices are dear without TensorFlow
  const net = { activation, initializer, gain: 1 / slopeSecondMoment(1), depth, width: 400, loss: mse, seeds: 4 };
  const { spectrum } = await laboratory.measure(net, { spectrum: true });
  const spread: Comparison = {
    quantity: `Var(s²) / mean(s²)², ${activation.name}, ${initializer.law.name} weights`,
    expected: depth * perLayer,
    measured: spectrum?.relativeVariance ?? Number.NaN,
    ...(perLayer > 0 ? fivePercent : exactlyZero),
  };
  if (activation !== linear || initializer.law.isOrthogonal) return [spread];
  return [spread, edge(mean((spectrum?.singularValues ?? []).map(([largest = Number.NaN]) => largest ** 2)))];
};

const fivePercent = { tolerance: 0.05, toleranceKind: 'relative' } as const;

/** float32 leaves 1e-5·L on every s, so (2e-5·L)² on the variance of s². */
const exactlyZero = { tolerance: (2e-5 * depth) ** 2, toleranceKind: 'absolute' } as const;

const edge = (measured: number): Comparison => ({
  quantity: 'largest s², linear, normal weights',
  expected: (depth + 1) ** (depth + 1) / depth ** depth,
  measured,
  // corrections of order n^(−2/3)
  tolerance: 0.15,
  toleranceKind: 'relative',
});
