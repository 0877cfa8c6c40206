import { tanh } from '../activations/tanh.ts';
import { type CellTheory, gateInputs, thinning } from './gate-inputs.ts';
import type { MeanField, MeanFieldStep } from './mean-field.ts';
import { once } from './once.ts';
import { type PairStep, stepBack } from './path-pairs.ts';

/**
 * Mean field of a gru's step: E h_t² = E z² E h² + E(1 − z)² E ĥ², ĥ = tanh of variance σ² E r² E h² + σ_x²; gates, state and
 * candidate taken as independent.
 * **Source** Chen, Pennington & Schoenholz 2018, 1806.05394; Gilboa et al. 2019, 1901.08987; the maps derived for this project.
 */
export const gruMeanField = (theory: CellTheory, field: MeanField): MeanFieldStep => {
  const { row, units, gain, input, gate } = theory;
  const { driven, secondMoment: e, correlation: alike } = gateInputs(theory, field);
  const [z, t] = [field.averages(gate), field.averages(tanh)];
  const q = gain * z.secondMoment(e) * field.secondMoment + input * driven.secondMoment;
  const both = once(() => z.covariance(e, alike()));
  const candidateAlike = once(() => (q > 0 ? (gain * both() * field.covariance() + input * driven.covariance()) / q : 1));
  const closed = 1 - 2 * z.mean(e) + z.secondMoment(e);
  const secondMoment = z.secondMoment(e) * field.secondMoment + closed * t.secondMoment(q);
  const covariance = once(() => both() * field.covariance() + (1 - 2 * z.mean(e) + both()) * t.covariance(q, candidateAlike()));
  const step = pairStep(theory, field, { e, q });
  return {
    field: { secondMoment, covariance, mean: 0, isGaussian: false },
    gradientFactor: step.together,
    logVariance: thinning(gate, field, e, units),
    rows: [
      {
        row,
        gain,
        slopeSecondMoment: t.slopeSecondMoment(q),
        station: { q: secondMoment, correlation: () => (secondMoment > 0 ? covariance() / secondMoment : 1) },
      },
    ],
    pullback: (paths) => {
      const pairs = paths?.[0] ?? [1];
      const gradientFactor = pairs[0] ?? 0;
      // the factor is handed to whoever multiplies them; what goes on is of order one
      const ofOrderOne = gradientFactor > 0 ? pairs.map((pair) => pair / gradientFactor) : [0];
      return { gradientFactor, paths: [stepBack(ofOrderOne, step)] };
    },
  };
};

/**
 * What a step does to pairs of paths: with ā = E z, s = σ E r E(1 − z) E(1 − ĥ²) and one W at every step, the squared gradient
 * grows towards μ² = ā² + s² + √(4ā²s² + V²), V = together − apart.
 */
const pairStep = (
  { gain, tied, gate }: CellTheory,
  { averages, secondMoment: state }: MeanField,
  { e, q }: { readonly e: number; readonly q: number },
): PairStep => {
  const [z, t] = [averages(gate), averages(tanh)];
  const [mean, square, steep] = [z.mean(e), z.secondMoment(e), z.slopeSecondMoment(e)];
  const candidate = t.secondMoment(q);
  const through = gain * (1 - 2 * mean + square) * t.slopeSecondMoment(q);
  const together = square + gain * (state + candidate) * steep + through * square + gain * through * state * steep;
  // E φ′ of a rising function from E φ′(u₁) φ′(u₂) of independent u; weights drawn afresh for every step have no mean way
  const passed = tied ? Math.sqrt(gain) * mean * (1 - mean) * Math.sqrt(t.slopeCovariance(q, 0)) : 0;
  return { together, apart: mean ** 2 + passed ** 2, parting: mean * passed };
};
