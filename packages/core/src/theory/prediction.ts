/** Mean-field prediction for the same network: infinite width, the same depth. */
export interface Prediction {
  /** χ₁ at the fixed point: factor of the squared gradient per layer. Null where q grows without bound. */
  readonly chi: number | null;
  /** Fixed point q* of the pre-activation length; null where there is none. */
  readonly qStar: number | null;
  /** ξ = 1 / |ln χ₁|, in layers; null at criticality (infinite) or where χ is null. */
  readonly depthScale: number | null;
  readonly phase: 'ordered' | 'critical' | 'chaotic' | null;
  readonly layers: readonly LayerPrediction[];
  /** What finite width does to these numbers, in words; null where it does not matter. */
  readonly caveat: string | null;
}

/** One layer of the prediction. */
export interface LayerPrediction {
  readonly index: number;
  /** log₁₀ RMS of ∂loss/∂z. */
  readonly log10Rms: number;
  /** q, the expected square of the pre-activation. */
  readonly q: number;
  /** Correlation of the pre-activations of two neighbouring examples. */
  readonly correlation: number;
  /** E φ′², the activation's part of the factor from this layer's signal to the one before; null where it has none. */
  readonly slopeSecondMoment: number | null;
  /** σ_w², the weights' part; null where it has none. */
  readonly gain: number | null;
  /** Standard deviation of log₁₀ RMS over networks, to be expected at this width. */
  readonly sd: number;
  /** Its branches and the skip paths around them, as they are measured; left out where there are none. */
  readonly paths?: readonly PathPrediction[];
}

/** A branch and the skip path around it. */
export interface PathPrediction {
  /** log₁₀ RMS of the two terms of the output, −∞ for a term of zero, and the branch's share of the squares. */
  readonly forward: { readonly branch: number; readonly skip: number; readonly branchShare: number };
  /** The branch's share of the squared gradient at the input; null where borders make the positions of an image unlike. */
  readonly backward: { readonly branchShare: number | null };
}
