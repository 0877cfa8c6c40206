import type { DecadeHistogram } from '../../numbers/decade-histogram.ts';

/** How large a gradient is, and what may be wrong with it. */
export interface WatchedGradient {
  /** log₁₀ ‖∂loss/∂w‖ over all weights of the layer; null where it is exactly zero, not finite, or missing. */
  readonly log10Norm: number | null;
  /** What a null means; `number` where there is a norm. `missing`: no weight has a way to the loss. */
  readonly kind: 'number' | 'zero' | 'nan' | 'infinite' | 'missing';
}

/** What a layer does with its inputs, looked at now and then. */
export interface WatchedActivation {
  /** A layer with an activation that its outputs tell; with weights or without. */
  readonly layer: string;
  /** **Range** 0 … 1: share of units whose slope is zero for every example of the batch. */
  readonly dead: number;
  /** **Range** 0 … 1: share of units × examples on a flat stretch. */
  readonly saturated: number;
}

/** A layer at a step. */
export interface WatchedLayer {
  /** As the model names it; the variable's name where an optimizer is watched. */
  readonly name: string;
  readonly gradient: WatchedGradient;
  /** log₁₀ ‖Δw‖/‖w‖ over its matrices; null where it was not looked at, where nothing moved, and of zeros. */
  readonly log10UpdateRatio: number | null;
  /** Whether its steps were looked at. */
  readonly isUpdateKnown: boolean;
  /** Null at steps without histograms. */
  readonly histograms: { readonly gradient: DecadeHistogram; readonly weight: DecadeHistogram } | null;
}

/** One step of somebody's training. */
export interface WatchedStep {
  /** Steps since the watch began, from 1. */
  readonly step: number;
  /** Before the step; null where the loop computes its gradients without the optimizer. */
  readonly loss: number | null;
  /** log₁₀ of the norm over all layers; null as in a layer. */
  readonly log10GlobalNorm: number | null;
  /** First layer first. */
  readonly layers: readonly WatchedLayer[];
  /** Activations, first layer first; null at steps that were not looked at. */
  readonly activations: readonly WatchedActivation[] | null;
  /** What the look cost; 0 without a clock. **Unit** milliseconds. */
  readonly costMs: number;
}
