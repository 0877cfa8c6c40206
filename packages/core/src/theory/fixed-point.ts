import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';
import { decayScale, depthScale, isCritical } from './depth-scale.ts';
import { type LayerStatistics, lengthFixedPoint } from './length-fixed-point.ts';

/** Ordered: nearby inputs become one, gradients vanish. Chaotic: they part, gradients explode. */
export type Phase = 'ordered' | 'critical' | 'chaotic';

/** Where the length of a signal settles, and what a layer then does to the gradient. */
export interface FixedPoint {
  /** q* = σ_w² V(q*) + σ_b²; null where q has no limit. */
  readonly qStar: number | null;
  /** χ₁ = σ_w² D(q*), factor of the squared gradient per layer. Null where q has no limit and D depends on it. */
  readonly chi1: number | null;
  /** χ∥ = σ_w² V′(q*): q* attracts where it is below 1. */
  readonly chiParallel: number | null;
  /** ξ_q = −1 / ln χ∥, over which q settles. **Unit** layers; null where q does not settle exponentially. */
  readonly lengthDepthScale: number | null;
  /** ξ_grad = 1 / |ln χ₁|, over which the squared gradient changes by e. **Unit** layers; null where infinite or unknown. */
  readonly gradientDepthScale: number | null;
  /** Null where χ₁ is. */
  readonly phase: Phase | null;
}

/**
 * Length fixed point of a uniform network, with its gradient factor. Where there are several it is the one that q reaches from
 * `start`; by default from the first layer's length for inputs of unit variance.
 *
 * **Source** Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232.
 */
export const fixedPoint = (
  activation: Activation,
  layer: LayerStatistics,
  start: number = layer.gain + layer.bias,
): FixedPoint => {
  const { slopeSecondMoment, secondMomentSlope } = gaussianAverages(activation);
  const qStar = lengthFixedPoint(activation, layer, start);
  // for a scale-invariant unit D and V′ are the same at every q
  const q = qStar ?? (activation.isScaleInvariant ? 1 : null);
  const chi1 = q === null ? null : layer.gain * slopeSecondMoment(q);
  const chiParallel = q === null ? null : layer.gain * secondMomentSlope(q);
  return Object.freeze({
    qStar,
    chi1,
    chiParallel,
    lengthDepthScale: qStar === null || chiParallel === null ? null : decayScale(chiParallel),
    gradientDepthScale: chi1 === null ? null : depthScale(chi1),
    phase: chi1 === null ? null : phaseOf(chi1),
  });
};

const phaseOf = (chi1: number): Phase => {
  if (isCritical(chi1)) return 'critical';
  return chi1 < 1 ? 'ordered' : 'chaotic';
};
