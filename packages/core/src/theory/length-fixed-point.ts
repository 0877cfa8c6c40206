import { bracketedRoot } from '../numbers/roots.ts';
import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';

/** The recursion of a uniform network, q′ = σ_w² V(q) + σ_b², c′ = (σ_w² C(q, c) + σ_b²) / q′. */
export interface LayerStatistics {
  /** σ_w² */
  readonly gain: number;
  /** σ_b² */
  readonly bias: number;
}

/** Without biases a smaller q* is a zero that rounding has not reached. */
const zeroLength = 1e-12;

/** A slope of 1 is seldom exactly 1 in double precision. */
const rounding = 1e-12;

/** Far above every fixed point of a network that anybody would write: q grows without bound. */
const boundlessLength = 1e12;

/**
 * The length q* to which q settles when it starts at `start`; null where there is none because q grows without bound, or
 * because every q stays what it is (a scale-invariant unit at σ_w² V(1) = 1 without biases).
 *
 * The map grows with q, so q moves towards the next fixed point and never across it: strides lengthen until they cross.
 */
export const lengthFixedPoint = (activation: Activation, { gain, bias }: LayerStatistics, start: number): number | null => {
  const { secondMoment } = gaussianAverages(activation);
  if (activation.isScaleInvariant) {
    const slope = gain * secondMoment(1);
    return slope < 1 - rounding ? bias / (1 - slope) : null;
  }
  const gapAt = (q: number): number => gain * secondMoment(q) + bias - q;
  const found = nextRoot(gapAt, start);
  return found !== null && bias === 0 && found < zeroLength ? 0 : found;
};

const nextRoot = (gapAt: (q: number) => number, start: number): number | null => {
  let [q, gap, stride] = [start, gapAt(start), 1];
  while (gap !== 0) {
    const next = Math.max(q / 4, q + stride * gap);
    if (next > boundlessLength) return null;
    if (next < zeroLength ** 2) return 0;
    const nextGap = gapAt(next);
    if (gap * nextGap <= 0) return bracketedRoot(gapAt, Math.min(q, next), Math.max(q, next));
    [q, gap, stride] = [next, nextGap, stride * 2];
  }
  return q;
};
