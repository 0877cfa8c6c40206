/** How many entries of a tensor, over all networks, cannot be read as ordinary numbers. Four different findings. */
export interface Counts {
  /** Networks × examples × units: what the others are counted among. */
  readonly entries: number;
  readonly nan: number;
  readonly inf: number;
  /** Exactly zero whatever the precision: dead or detached. */
  readonly zero: number;
  /** Not zero, but zero in a float32 training run (below 2⁻¹⁴⁹). */
  readonly underflow: number;
}

/** Mean and deviation over networks of log₁₀ RMS over batch and units; null when exactly zero or not finite in every network. */
export interface MeasuredSize {
  readonly log10Rms: number | null;
  readonly sd: number | null;
}

/** What takes the way through a branch, and what takes the way past it. */
export interface PathTerms {
  readonly branch: MeasuredSize;
  readonly skip: MeasuredSize;
  /** ‖branch‖² / (‖branch‖² + ‖skip‖²), mean over networks; null where a network has neither. **Range** 0 … 1. */
  readonly branchShare: number | null;
}

/** A branch and the skip path around it. */
export interface PathMeasurement {
  /** `branch`, or its name where a block has several: `attention`, `feed-forward`. */
  readonly name: string;
  /** The two terms of the output: what the branch adds to what the skip path carries. */
  readonly forward: PathTerms;
  /** The two terms of the gradient at the input. Through a highway's branch comes what its gate sends back, too. */
  readonly backward: PathTerms;
}

/** What was measured at one layer. */
export interface LayerMeasurement {
  readonly index: number;
  readonly name: string;
  /** ∂loss/∂z at the pre-activation z: mean and deviation over networks of log₁₀ RMS over batch and units; null when exactly zero or not finite in every network. */
  readonly signal: MeasuredSize;
  /** Weight gradient: mean and deviation over networks of log₁₀ of the Frobenius norm. */
  readonly gradient: { readonly log10Norm: number | null; readonly sd: number | null };
  /** What the layer does to the signal on its way forward, averaged over networks, batch and units; null where float32 overflowed. */
  readonly activation: {
    /** Mean of φ(z). */
    readonly mean: number | null;
    /** Variance of φ(z) over batch and units. */
    readonly variance: number | null;
    /** E z², the pre-activation length q. */
    readonly preActivationSecondMoment: number | null;
    /** E φ′(z)², the activation's part of the layer's gradient factor. */
    readonly slopeSecondMoment: number | null;
    /** Share of units × examples on a flat stretch of the activation. */
    readonly saturated: number;
    /** Share of units whose slope is zero for every example of the batch. */
    readonly dead: number;
    /** Correlation of the pre-activations of two neighbouring examples of the batch; null where there are none, or all are zero. */
    readonly correlation: number | null;
  };
  /** fan_in · mean W², the σ_w² actually drawn. */
  readonly weights: { readonly gain: number | null; readonly log10Norm: number | null };
  /** |Δw| / |w| of the optimizer's first step, mean over networks of log₁₀. */
  readonly update: { readonly log10Ratio: number | null; readonly sd: number | null };
  /** Whether it has nothing that an optimizer could move: no weights, or frozen ones. Left out where it has, as all of ours do. */
  readonly isFixed?: boolean;
  /** Of the signal's entries. */
  readonly counts: Counts;
  /** log₁₀ RMS of the signal per network, in the order of the seeds. */
  readonly signalPerSeed: readonly (number | null)[];
  /** Its branches with skip connections around them, first branch first; left out where there are none. */
  readonly paths?: readonly PathMeasurement[];
}

/** Singular values of the input-output Jacobian, in descending order, one list per network looked at. */
export interface Spectrum {
  readonly singularValues: readonly (readonly number[])[];
  /** Var(s²) / mean(s²)², averaged over networks; null where every value is zero. */
  readonly relativeVariance: number | null;
}

/** The gradient of a network, layer by layer, over all its seeds. */
export interface GradientProfile {
  /** Hidden layers, first layer first; time steps for recurrent nets, earliest first. */
  readonly layers: readonly LayerMeasurement[];
  /** The linear layer between the last hidden layer and the loss; null where the loss sits on the last layer itself. */
  readonly readout: LayerMeasurement | null;
  /** Slope of log₁₀ RMS of the signal per layer towards the input: negative = vanishing. 95 % interval over networks. */
  readonly decadesPerLayer: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Name of the deepest layer (nearest the output) whose whole signal float32 training would see as zero; null if none. */
  readonly float32ZeroFrom: string | null;
  readonly spectrum: Spectrum | null;
  /** Loss on the batch before training, mean over networks; null where the loss has no value (probe). */
  readonly loss: number | null;
}
