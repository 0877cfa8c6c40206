import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Variant, VariantParameter } from '../variant.ts';

/**
 * Averages of an activation over a Gaussian pre-activation u = √q·z, z ~ N(0, 1), in closed form.
 * What is missing here, theory integrates numerically.
 */
export interface GaussianAverages {
  /** V(q) = E φ(u)² */
  readonly secondMoment: (q: number) => number;
  /** D(q) = E φ′(u)² */
  readonly slopeSecondMoment: (q: number) => number;
  /** M(q) = E φ(u) */
  readonly mean: (q: number) => number;
  /** E φ′(u)⁴ */
  readonly slopeFourthMoment: (q: number) => number;
  /** C(q, c) = E φ(u₁) φ(u₂) for two pre-activations of variance q and correlation c */
  readonly covariance: (q: number, c: number) => number;
  /** K(q, c) = E φ′(u₁) φ′(u₂) */
  readonly slopeCovariance: (q: number, c: number) => number;
}

/** An activation function φ: its scalar form for theory, its tensor form for measurement. */
export interface Activation extends Variant {
  /** The number in parentheses, when the function has one. */
  readonly parameter?: VariantParameter<Activation>;
  /** φ(x) */
  readonly value: (x: number) => number;
  /** φ′(x); at a kink the value that TensorFlow uses. */
  readonly slope: (x: number) => number;
  /** Where φ or φ′ is not smooth; quadrature splits its panels there. */
  readonly kinks: readonly number[];
  /** A unit is saturated where |φ′| is below this slope (5 % of the steepest); null when flat stretches are not saturation (relu). */
  readonly saturatedBelow: number | null;
  /** Whether φ(a·x) = a·φ(x) for every a > 0. */
  readonly isScaleInvariant: boolean;
  /** Closed forms, as many as are known. */
  readonly closedForms: Partial<GaussianAverages>;
  /** φ, elementwise. */
  readonly tensorValue: (tf: TensorFlow, x: Tensor) => Tensor;
  /** φ′, elementwise, from the pre-activation x and the output y = φ(x), whichever is cheaper. */
  readonly tensorSlope: (tf: TensorFlow, x: Tensor, y: Tensor) => Tensor;
}
