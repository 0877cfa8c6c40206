import { bracketedRoot } from '../numbers/roots.ts';
import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';

/** A pair (σ_w², σ_b²) where the squared gradient neither grows nor shrinks, χ₁ = 1. */
export interface CriticalPoint {
  /** σ_w² = 1 / D(q*) */
  readonly gain: number;
  /** σ_b² = q* − V(q*) / D(q*) */
  readonly bias: number;
  /** q*; null for a scale-invariant unit, which is critical at every length. */
  readonly qStar: number | null;
  /** χ∥ = V′(q*) / D(q*) */
  readonly chiParallel: number;
  /** Whether lengths near q* are drawn to it; a point that repels is no edge of chaos. */
  readonly isStable: boolean;
}

/** Where q is looked for: 16 points a decade, since the bias that belongs to q may turn back. */
const lengths: readonly number[] = Array.from({ length: 161 }, (_, index) => 10 ** (-6 + index / 16));

/** Relative to q, a bias that is rounding: a unit that is exactly linear near zero has a whole stretch of them. */
const rounding = 1e-13;

/**
 * All critical points at a given σ_b², in order of q*; none where q D(q) < V(q) for every q.
 *
 * **Source** Schoenholz et al. 2017, 1611.01232; parametrised by q, σ_w² = 1/D(q), σ_b² = q − V(q)/D(q).
 */
export const criticalPoints = (activation: Activation, bias: number): readonly CriticalPoint[] => {
  if (activation.isScaleInvariant) return bias === 0 ? [scaleInvariantPoint(activation)] : [];
  const excess = (q: number): number => biasAt(activation, q) - bias;
  const values = biasesOf(activation).map((value) => value - bias);
  const roots = lengths.flatMap((q, index) => {
    const [next, value, nextValue] = [lengths[index + 1], values[index] as number, values[index + 1]];
    if (
      next === undefined ||
      nextValue === undefined ||
      value * nextValue > 0 ||
      isRounding(value, q) ||
      isRounding(nextValue, next)
    )
      return [];
    return [criticalPoint(activation, bracketedRoot(excess, q, next), bias)];
  });
  return bias === 0 && activation.value(0) === 0 ? [vanishingPoint(activation), ...roots] : roots;
};

/** The critical line for a picture: points in order of q*, without those that would need a negative σ_b². */
export const criticalLine = (activation: Activation): readonly CriticalPoint[] => {
  if (activation.isScaleInvariant) return [scaleInvariantPoint(activation)];
  return lengths
    .map((q, index) => criticalPoint(activation, q, biasesOf(activation)[index] as number))
    .filter(({ bias }) => bias >= 0);
};

/** A critical point that attracts: at the given σ_b² where there is one, else at the σ_b² nearest to it; null where none attracts. */
export const stableCriticalPoint = (activation: Activation, bias: number): CriticalPoint | null => {
  const here = criticalPoints(activation, bias).find(({ isStable }) => isStable);
  if (here !== undefined) return here;
  const distance = (point: CriticalPoint): number => Math.abs(point.bias - bias);
  const stable = criticalLine(activation).filter(({ isStable }) => isStable);
  return stable.reduce<CriticalPoint | null>(
    (best, point) => (best === null || distance(point) < distance(best) ? point : best),
    null,
  );
};

const biases = new WeakMap<Activation, readonly number[]>();

/** σ_b² along the critical line at `lengths`: quadratures that every question about an activation asks for again. */
const biasesOf = (activation: Activation): readonly number[] => {
  const known = biases.get(activation) ?? lengths.map((q) => biasAt(activation, q));
  biases.set(activation, known);
  return known;
};

const isRounding = (bias: number, q: number): boolean => Math.abs(bias) <= rounding * q;

const biasAt = (activation: Activation, q: number): number => {
  const { secondMoment, slopeSecondMoment } = gaussianAverages(activation);
  return q - secondMoment(q) / slopeSecondMoment(q);
};

const criticalPoint = (activation: Activation, qStar: number, bias: number): CriticalPoint => {
  const { slopeSecondMoment, secondMomentSlope } = gaussianAverages(activation);
  const gain = 1 / slopeSecondMoment(qStar);
  const chiParallel = gain * secondMomentSlope(qStar);
  return Object.freeze({ gain, bias, qStar, chiParallel, isStable: chiParallel < 1 });
};

/** Every length stays what it is: nothing is drawn anywhere, but nothing runs away either. */
const scaleInvariantPoint = (activation: Activation): CriticalPoint => {
  const gain = 1 / gaussianAverages(activation).slopeSecondMoment(1);
  return Object.freeze({ gain, bias: 0, qStar: null, chiParallel: 1, isStable: true });
};

/** The end of the line where σ_b² and q* vanish, χ∥ = χ₁ = 1: lengths approach it by a power law, if small ones do not grow. */
const vanishingPoint = (activation: Activation): CriticalPoint => {
  const { secondMoment, slopeSecondMoment } = gaussianAverages(activation);
  const gain = 1 / slopeSecondMoment(0);
  const small = 0.01;
  return Object.freeze({
    gain,
    bias: 0,
    qStar: 0,
    chiParallel: 1,
    isStable: gain * secondMoment(small) <= small * (1 + rounding),
  });
};
