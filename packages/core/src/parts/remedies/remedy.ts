import type { Choice, Variant } from '../variant.ts';

/** The part of an experiment that a remedy may look at and change. */
export interface Treatable {
  readonly net: Choice;
  readonly depth: number;
  readonly activation: Choice;
  readonly init: Choice;
  readonly gain: number | null;
  readonly bias: number;
  readonly norm: Choice;
  readonly skip: Choice;
  readonly forget: number;
  readonly chrono: number | null;
  readonly optimizer: Choice;
  readonly lr: number | null;
  readonly clip: number | null;
  readonly train: number;
}

/** What theory tells a remedy. */
export interface Pharmacopoeia {
  /** A stable critical point (σ_w², σ_b²) of the experiment's activation, at its own σ_b² where there is one; null where none exists. */
  readonly criticalPoint: () => { readonly gain: number; readonly bias: number } | null;
}

/** One change that may cure a network, or bring it closer to learning. */
export interface Remedy extends Variant {
  /** What it mends: the signal's way through the layers, what fades over time, dead units, the optimizer's steps that are too small, or too large. */
  readonly mends: 'signal' | 'memory' | 'units' | 'steps' | 'leaps';
  /** What it exchanges, where several remedies exchange the same thing: advice holds the best of them. */
  readonly exchanges?: 'cells' | 'skips';
  /** Fields that have to mean something to the network for the reason to hold, beside those that it changes. */
  readonly speaksOf?: readonly (keyof Treatable)[];
  /** Why it helps, in half a sentence: `relu passes half of the squared gradient, and He weights double it back`. */
  readonly why: string;
  /** What comes of it, in half a sentence, where theory does not say how flat the gradient will be, or the gradient stays as it is. */
  readonly outcome?: string;
  /** The change; null where it is in place already or does not apply. */
  readonly propose: (patient: Treatable, theory: Pharmacopoeia) => Partial<Treatable> | null;
}
