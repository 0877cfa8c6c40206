import type { DecadeHistogram } from '../../numbers/decade-histogram.ts';

/** One row of the report at one recorded step, averaged over networks. */
export interface RowAtStep {
  /** ∂loss/∂z: mean of log₁₀ RMS; null where it is exactly zero or not finite. */
  readonly signal: number | null;
  /** Weight gradient before clipping: mean of log₁₀ of the Frobenius norm; null for rows without weights of their own. */
  readonly gradient: number | null;
  /** |Δw| / |w| of this step: mean of log₁₀; null for rows without weights of their own. */
  readonly update: number | null;
}

/** A step of the training that was written down. */
export interface RecordedStep {
  /** Counted from 1. */
  readonly step: number;
  /** On the batch of this step, before it is learned; mean and deviation over networks, null where one of them is not finite. */
  readonly loss: { readonly mean: number | null; readonly sd: number | null };
  /** The same of each network, in the order of the seeds; null where it is not finite. */
  readonly lossPerSeed: readonly (number | null)[];
  /** Share of examples whose largest output is that of their class; mean over networks. **Range** 0 … 1. */
  readonly accuracy: number;
  /** The rows of the report, first layer first, the readout last. */
  readonly rows: readonly RowAtStep[];
}

/** How far a row's weights went over the whole training. Rows without weights of their own have none. */
export interface Movement {
  /** Row of the report, counted from 0. */
  readonly row: number;
  /** Its name, or `all steps` where weights are shared. */
  readonly name: string;
  /** ‖w − w₀‖ / ‖w₀‖, geometric mean over networks; null where weights started at zero or are no longer finite. */
  readonly share: number | null;
  /** The first recorded step by which it had gone a hundredth of its size; null if it never had. */
  readonly learnedAt: number | null;
}

/** How large the weights of a row are, and their gradients, entry by entry and all networks together. */
export interface RowHistograms {
  /** Row of the report, counted from 0. */
  readonly row: number;
  /** Its name, or `all steps` where weights are shared. */
  readonly name: string;
  /** |∂loss/∂w| before clipping. */
  readonly gradient: DecadeHistogram;
  /** |w| */
  readonly weights: DecadeHistogram;
}

/** The weights before a step, and their gradients on the batch of that step. */
export interface StepHistograms {
  /** Counted from 1. */
  readonly step: number;
  /** The rows that have weights of their own, first layer first, the readout last. */
  readonly rows: readonly RowHistograms[];
}

/** A training, written down. */
export interface TrainingRecord {
  readonly steps: readonly RecordedStep[];
  readonly movements: readonly Movement[];
  /** At six steps or fewer: the first, the last, and between them evenly; as far as the training came. */
  readonly histograms: readonly StepHistograms[];
  /** Width of their bins, the same in all. **Unit** decades. */
  readonly binDecades: number;
  /** Loss of an answer that knows nothing but how often each answer comes; null where there is none. */
  readonly chanceLoss: number | null;
  readonly chanceAccuracy: number;
  /** Answers given in a step, all networks together. */
  readonly answersPerStep: number;
  /** What is asked for: a class, a class that the inputs leave open, or a number. */
  readonly answers: 'classes' | 'open-classes' | 'number';
  /** Where NaN or ±∞ first appeared and ended the training; null where it ran to its end. */
  readonly stopped: { readonly step: number; readonly name: string } | null;
}
