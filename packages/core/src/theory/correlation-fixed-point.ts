import { bracketedRoot } from '../numbers/roots.ts';
import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';
import { decayScale } from './depth-scale.ts';
import { fixedPoint } from './fixed-point.ts';
import type { LayerStatistics } from './length-fixed-point.ts';

/** Where the correlation of two inputs settles. */
export interface CorrelationFixedPoint {
  /** c*, 1 unless the phase is chaotic; null where q has no limit, or where every correlation stays what it is. */
  readonly cStar: number | null;
  /** χ at c*, σ_w² K(q*, c*): factor of a small change of c per layer. */
  readonly chi: number | null;
  /** ξ_c = −1 / ln χ, over which c settles. **Unit** layers; null where it does not settle exponentially. */
  readonly depthScale: number | null;
}

/** A rounding error above the diagonal at c = 1 is not chaos. */
const chaosFrom = 1 + 1e-9;

/**
 * Fixed point of the correlation map c′ = (σ_w² C(q*, c) + σ_b²) / q*.
 *
 * **Source** Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232.
 */
export const correlationFixedPoint = (
  activation: Activation,
  layer: LayerStatistics,
  start: number = layer.gain + layer.bias,
): CorrelationFixedPoint => {
  const { covariance, slopeCovariance, secondMoment } = gaussianAverages(activation);
  const { qStar, chi1 } = fixedPoint(activation, layer, start);
  if (qStar === 0) return { cStar: 1, chi: null, depthScale: null };
  if (chi1 === null) return { cStar: null, chi: null, depthScale: null };
  // a scale-invariant unit whose q has no limit maps correlations as if there were no biases, at any q
  const q = qStar ?? 1;
  const { gain, bias } = qStar === null ? { gain: 1 / secondMoment(1), bias: 0 } : layer;
  const gapAt = (c: number): number => (gain * covariance(q, c) + bias) / q - c;
  if (isIdentity(gapAt)) return { cStar: null, chi: null, depthScale: null };
  const cStar = gain * slopeCovariance(q, 1) > chaosFrom ? rootBelowOne(gapAt) : 1;
  const chi = gain * slopeCovariance(q, cStar);
  return Object.freeze({ cStar, chi, depthScale: decayScale(chi) });
};

/** Whether the map leaves correlations alone, as that of a linear unit without biases does. */
const isIdentity = (gapAt: (c: number) => number): boolean => [-0.5, 0.3, 0.7].every((c) => Math.abs(gapAt(c)) < 1e-12);

/** In the chaotic phase the map is on or above the diagonal at 0 and below it just under 1. */
const rootBelowOne = (gapAt: (c: number) => number): number => {
  // a gap of rounding size at zero is the fixed point of an odd unit without biases
  if (Math.abs(gapAt(0)) < 1e-14) return 0;
  let [low, below] = [0, 1 / 2];
  while (gapAt(1 - below) >= 0 && below > 1e-9) {
    low = 1 - below;
    below /= 2;
  }
  return gapAt(1 - below) < 0 ? bracketedRoot(gapAt, low, 1 - below) : 1;
};
