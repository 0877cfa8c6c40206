import type { Counts, GradientProfile, LayerMeasurement } from '../../measure/gradient-profile.ts';
import type { Verdict, VerdictKind } from '../../verdict/verdict.ts';
import type { TrapFinding } from '../traps/trap.ts';

/** What was measured of one weight. */
export interface ParameterMeasurement {
  /** As TensorFlow.js names it; a count that grows with the process may be part of it. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly isTrainable: boolean;
  /** log₁₀ ‖w‖; null of zeros and of what is not finite. */
  readonly log10Norm: number | null;
  /** log₁₀ ‖∂loss/∂w‖; null where it is exactly zero, not finite, or there is no way to the loss. */
  readonly log10GradientNorm: number | null;
  /** log₁₀ ‖Δw‖ / ‖w‖ of the first step of a fresh optimizer; null where it does not move, of frozen weights and of zeros. */
  readonly log10UpdateRatio: number | null;
  /** Of the gradient's entries. */
  readonly counts: Counts;
}

/**
 * One use of a layer. The **signal** is ∂loss/∂z at the pre-activation z, where the layer has an activation (its own, or that of
 * a layer directly behind it), and ∂loss/∂output where it has none. **Shape** that of z, [batch, …, units]; **unit** loss per
 * unit of z, the loss being the mean over the batch, as in `fit`. Reported is log₁₀ of its RMS over all entries.
 */
export interface ProbedLayer extends LayerMeasurement {
  /** `Dense`, `Conv2D`; `tap` of a hand-written network. */
  readonly className: string;
  /** Shape of z, the batch first. */
  readonly shape: readonly number[];
  /** The layer whose activation it is, where it is not its own. */
  readonly activatedBy: string | null;
  /** Name of φ in the laboratory; null where nobody knows its slope, and `dead` and `saturated` are 0. */
  readonly activationName: string | null;
  /** Whether there is a way from here to the loss: without one the gradient is missing, which is more than zero. */
  readonly isConnected: boolean;
  /** Whether it has weights and the optimizer moves none of them. */
  readonly isFrozen: boolean;
  /** Every weight, biases and statistics included. */
  readonly parameters: readonly ParameterMeasurement[];
}

/** A gradient profile whose rows are layers of a model. */
export interface ProbedProfile extends GradientProfile {
  /** In the order of the pass; a model's only output layer is the readout, unless it is the only layer. */
  readonly layers: readonly ProbedLayer[];
  readonly readout: ProbedLayer | null;
}

/** What to change in a model. */
export interface ModelAdvice {
  /** By the model's name of it; null where it is about the whole. */
  readonly layer: string | null;
  /** What to write instead. */
  readonly change: string;
  readonly why: string;
  /** What theory, or the optimizer's arithmetic, expects of it. */
  readonly expected: string;
}

/** A verdict whose advice is about layers. */
export interface ModelVerdict extends Omit<Verdict, 'advice'> {
  readonly advice: readonly ModelAdvice[];
}

/** A way through the model, or through time, judged by itself. */
export interface ProbedChain {
  /** The layer whose time steps they are; null of a way from an input to an output. */
  readonly recurrent: string | null;
  /** Rows from the first to the last before the output; names of layers, or `step 1` …. */
  readonly rows: readonly string[];
  readonly kind: VerdictKind;
  readonly headline: string;
}

/** The steps of a recurrent layer: ∂loss/∂h_t, earliest first. */
export interface ProbedMemory {
  readonly layer: string;
  readonly measured: GradientProfile;
}

/** What a probe found: the shape of a Report, of somebody else's network. Version 1; new keys may be added. */
export interface ProbeReport {
  readonly version: 1;
  readonly kind: 'probe';
  /** Name of the model; `function` of a hand-written network. */
  readonly model: string;
  /** The backend of TensorFlow.js that computed it: the caller's. */
  readonly engine: string;
  readonly measured: ProbedProfile;
  /** One per recurrent layer and direction. */
  readonly memories: readonly ProbedMemory[];
  /** All ways that were judged, worst first; the verdict is that of the first. */
  readonly chains: readonly ProbedChain[];
  readonly verdict: ModelVerdict;
  /** Traps of TensorFlow.js that stand in the model's configuration. */
  readonly traps: readonly TrapFinding[];
}
