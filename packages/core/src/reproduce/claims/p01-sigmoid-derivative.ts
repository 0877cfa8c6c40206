import { sigmoid } from '../../parts/activations/sigmoid.ts';
import { criticalPoints } from '../../theory/critical-line.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { meanSquareRatio, predictedRatio } from '../signals.ts';

/** At most 1/4 per sigmoid layer from the derivative alone; the real factor is σ_w² E σ′². */
export const p01: RunnableClaim = {
  id: 'P01',
  claim:
    'A sigmoid layer contributes a derivative of at most 1/4, five of them at most 0.25⁵; the real factor of the squared gradient per layer is σ_w² E σ′² and can exceed 1.',
  source: 'Hochreiter 1991; Bengio et al. 1994; Glorot & Bengio 2010; factor law: derived for this project',
  takes: 'measuring',
  run: async (laboratory) => {
    const comparisons: Comparison[] = [steepestSlope(), ...chainOfFive(), ...onlyCriticalGain()];
    for (const { gain, printed } of gains) comparisons.push(...(await factorPerLayer(laboratory, gain, printed)));
    return comparisons;
  },
};

/** σ_w², and the factor per layer tabulated for it. */
const gains = [
  { gain: 1, printed: '0.05556' },
  { gain: 16, printed: '0.3937' },
  { gain: 103.007554, printed: '0.9948' },
  { gain: 200, printed: '1.373' },
] as const;

const steepestSlope = (): Comparison => {
  const slopes = Array.from({ length: 2001 }, (_, index) => sigmoid.slope((index - 1000) / 100));
  return {
    quantity: 'largest slope of the sigmoid',
    expected: 1 / 4,
    measured: Math.max(...slopes),
    tolerance: 1e-15,
    toleranceKind: 'absolute',
  };
};

const chainOfFive = (): readonly Comparison[] => {
  const quantity = 'product of five slopes, w = 1, x = 0';
  const measured = chain(5);
  return [
    { quantity: `${quantity}, at most 0.25⁵`, expected: 0.25 ** 5, measured, tolerance: 0, toleranceKind: 'at-most' },
    asPrinted(quantity, '0.000676', measured),
  ];
};

const onlyCriticalGain = (): readonly Comparison[] => {
  const critical = criticalPoints(sigmoid, 0);
  return [
    asPrinted('theory: σ_w² where χ₁ = 1, σ_b = 0', '103.007554', critical[0]?.gain ?? Number.NaN),
    asPrinted('theory: how many there are', '1.0', critical.length),
  ];
};

/** ∏ σ′(z_l) along the scalar chain z_{l+1} = σ(z_l) from z_1 = 0. */
const chain = (layers: number): number => {
  let [z, product] = [0, 1];
  for (let layer = 0; layer < layers; layer += 1) {
    product *= sigmoid.slope(z);
    z = sigmoid.value(z);
  }
  return product;
};

const factorPerLayer = async (laboratory: Laboratory, gain: number, printed: string): Promise<readonly Comparison[]> => {
  // eight random output vectors per network: at σ_w² = 200 one alone leaves 2 % of the 3 % to chance
  const net: PlainNet = { activation: sigmoid, gain, depth: 6, width: 400, seeds: 40, batch: 8 };
  const expected = predictedRatio(laboratory.predict(net), 2, 6) ** (1 / 4);
  const measured = meanSquareRatio(await laboratory.measure(net), 2, 6) ** (1 / 4);
  return [
    asPrinted(`theory: |d|² factor per layer, σ_w² = ${gain}`, printed, expected),
    { quantity: `|d|² factor per layer, σ_w² = ${gain}`, expected, measured, tolerance: 0.03, toleranceKind: 'relative' },
  ];
};
