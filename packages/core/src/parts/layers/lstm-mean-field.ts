import type { Activation } from '../activations/activation.ts';
import { tanh } from '../activations/tanh.ts';
import { type CellTheory, gateInputs, thinning } from './gate-inputs.ts';
import type { MeanField, MeanFieldStep, PathPairs } from './mean-field.ts';
import { once } from './once.ts';

/** What theory needs to know of an lstm's step. */
export interface LstmTheory extends CellTheory {
  readonly forgetGate: Activation;
}

/**
 * Mean field of an lstm's step: E c_t² = E f² E c² + E i² E g², E h_t² = E o² E tanh²(c_t); gates, cell and candidate taken as
 * independent, c as Gaussian.
 * **Source** Chen, Pennington & Schoenholz 2018, 1806.05394; Gilboa et al. 2019, 1901.08987; the maps derived for this project.
 */
export const lstmMeanField = (theory: LstmTheory, field: MeanField): MeanFieldStep => {
  const { row, units, gain, gate, forgetGate } = theory;
  const { averages, cells } = field;
  const { secondMoment: e, correlation: alike } = gateInputs(theory, field);
  const [i, f, t] = [averages(gate), averages(forgetGate), averages(tanh)];
  const before = cells?.secondMoment ?? 0;
  const cell = f.secondMoment(e) * before + i.secondMoment(e) * t.secondMoment(e);
  const covariance = once(
    () => f.covariance(e, alike()) * (cells?.covariance() ?? 0) + i.covariance(e, alike()) * t.covariance(e, alike()),
  );
  const correlation = (): number => (cell > 0 ? covariance() / cell : 1);
  const back = factorsOf(theory, { averages, e, before, cell });
  return {
    field: {
      secondMoment: i.secondMoment(e) * t.secondMoment(cell),
      covariance: once(() => i.covariance(e, alike()) * t.covariance(cell, correlation())),
      mean: 0,
      isGaussian: false,
      cells: { secondMoment: cell, covariance },
    },
    gradientFactor: back.kept,
    logVariance: thinning(forgetGate, field, e, units),
    rows: [{ row, gain, slopeSecondMoment: t.slopeSecondMoment(cell), station: { q: cell, correlation } }],
    pullback: (paths) => pullBack(back, paths ?? [[1], [0], [0]]),
    caveat,
  };
};

// measured: 0.5 % per step at b_f = 1, 3 to 6 % at b_f = 4
const caveat = 'theory takes gates as independent of the cell, which is off by a few per cent per step where cells remember long';

/** Second moments, and products of means, of what a step multiplies a gradient by. */
interface Factors {
  /** E f² and E f: from cell to cell. */
  readonly kept: number;
  readonly keptMean: number;
  /** E o² E(1 − tanh² c)² and E o E(1 − tanh² c): from h to c, in the same step. */
  readonly shown: number;
  readonly shownMean: number;
  /** From cell to the h before it, through all gates; σ E i E g′ is the only way with a mean. */
  readonly fed: number;
  readonly fedMean: number;
  /** From h to the h before it, through the output gate. */
  readonly echoed: number;
}

interface Lengths extends Pick<MeanField, 'averages'> {
  /** Of the gates' pre-activations. */
  readonly e: number;
  /** E c² before the step and after it. */
  readonly before: number;
  readonly cell: number;
}

const factorsOf = ({ gain, tied, gate, forgetGate }: LstmTheory, { averages, e, before, cell }: Lengths): Factors => {
  const [i, f, t] = [averages(gate), averages(forgetGate), averages(tanh)];
  // E φ′ of a rising function from E φ′(u₁) φ′(u₂) of independent u
  const meanSlope = (q: number): number => Math.sqrt(t.slopeCovariance(q, 0));
  const [squareOfGate, squareOfSlope, candidate] = [i.secondMoment(e), i.slopeSecondMoment(e), t.secondMoment(e)];
  return {
    kept: f.secondMoment(e),
    keptMean: f.mean(e),
    shown: squareOfGate * t.slopeSecondMoment(cell),
    shownMean: i.mean(e) * meanSlope(cell),
    fed: gain * (before * f.slopeSecondMoment(e) + candidate * squareOfSlope + squareOfGate * t.slopeSecondMoment(e)),
    // weights that are drawn afresh for every step have no mean way
    fedMean: tied ? Math.sqrt(gain) * i.mean(e) * meanSlope(e) : 0,
    echoed: gain * t.secondMoment(cell) * squareOfSlope,
  };
};

/**
 * One step back. Paths stand at the cell or at h: first those at h come to the cell, which is where the signal is read; then all
 * go to the step before. With equal weights of one time step at different times, this grows towards the largest root μ² of
 * (1 + F²/m − T)² − 4F²/m = ((E f² − F²)/m + k₂A/(m − B) − T)², T = k²s²/m.
 */
const pullBack = (
  { kept, keptMean, shown, shownMean, fed, fedMean, echoed }: Factors,
  [carried = [], mixed = [], hidden = []]: PathPairs,
): { readonly gradientFactor: number; readonly paths: PathPairs } => {
  const atCell = Array.from({ length: Math.max(carried.length, mixed.length, hidden.length) }, (_, difference) => {
    const both = difference === 0 ? shown : shownMean ** 2;
    return (carried[difference] ?? 0) + shownMean * (mixed[difference] ?? 0) + both * (hidden[difference] ?? 0);
  });
  const gradientFactor = atCell[0] ?? 0;
  // the factor is handed to whoever multiplies them; what goes on is of order one
  const at = (difference: number): number => (gradientFactor > 0 ? (atCell[Math.abs(difference)] ?? 0) / gradientFactor : 0);
  const reach = fedMean === 0 ? 1 : atCell.length + 1;
  const list = (of: (difference: number) => number): readonly number[] => Array.from({ length: reach }, (_, index) => of(index));
  const atH = gradientFactor > 0 ? (hidden[0] ?? 0) / gradientFactor : 0;
  return {
    gradientFactor,
    paths: [
      list((difference) => (difference === 0 ? kept : keptMean ** 2) * at(difference)),
      list((difference) => keptMean * fedMean * (at(difference - 1) + at(difference + 1))),
      list((difference) => (difference === 0 ? fed * at(0) + echoed * atH : fedMean ** 2 * at(difference))),
    ],
  };
};
