import type { Activation, GaussianAverages } from '../activations/activation.ts';

/** Squares and products of the numbers that a signal carries. */
export interface Moments {
  /** E x², mean square of an entry. */
  readonly secondMoment: number;
  /** E x₁x₂ for two neighbouring examples of the batch; computed only where somebody asks, since it costs most. */
  readonly covariance: () => number;
}

/** What infinite-width theory knows of a signal. */
export interface Field extends Moments {
  /** E x over units, the same for every example. */
  readonly mean: number;
  /** Whether entries are normal numbers over the units, as averages of an activation need them. */
  readonly isGaussian: boolean;
  /** The inputs that wait for the time steps of a recurrent network. */
  readonly inputs?: Moments;
  /** The cells that a recurrent network carries beside its state. */
  readonly cells?: Moments;
}

/** The signal between two stages, and what a stage may use. */
export interface MeanField extends Field {
  /** Gaussian averages of an activation, in closed form or by quadrature. */
  readonly averages: (activation: Activation) => GaussianAverages;
  /** Rows of one layer's tensor: what a batch normalisation averages over. */
  readonly batch: number;
}

/** What a stage does to the field, and to the gradient on its way back. */
export interface MeanFieldStep {
  readonly field: Field;
  /** Factor of the mean-square gradient entry from output to input. */
  readonly gradientFactor: number;
  /**
   * What this stage adds to Var ln|gradient|² at finite width: 3 E φ′⁴ / (E φ′²)² / n for an activation, −1/n for a
   * Gaussian matrix, −3/n for an orthogonal one. **Source** derived for this project; contains Hanin & Nica 2018, 1812.05994.
   */
  readonly logVariance: number;
  /** What the stage knows of rows of the report. */
  readonly rows: readonly RowFindings[];
  /**
   * The way back where one factor does not tell it, because what shared weights did at other time steps adds up: takes the paths
   * that the stage behind it handed on. Where it is missing, the gradient factor tells all.
   */
  readonly pullback?: (paths: PathPairs | null) => PathsBack;
  /** What these numbers leave out, in words; missing where they leave nothing out at infinite width. */
  readonly caveat?: string;
}

/** What a step did to the paths, and the factor of the mean-square gradient entry that came of it. */
export interface PathsBack {
  readonly gradientFactor: number;
  readonly paths: PathPairs | null;
}

/**
 * Pairs of paths that the gradient takes back through time, by how often one has passed the shared weights more than the other:
 * entry 0 is the squared gradient, the others wait to meet again. A list per place where a pair may stand.
 */
export type PathPairs = readonly (readonly number[])[];

/** What one stage knows of a row; the first of several that know the same thing is believed. */
export interface RowFindings {
  readonly row: number;
  /** At the row's station: the signal is the gradient at its input. */
  readonly station?: { readonly q: number; readonly correlation: () => number };
  /** E φ′² */
  readonly slopeSecondMoment?: number;
  /** σ_w² of the weights. */
  readonly gain?: number;
}

/** Why nobody knows. */
export interface MissingTheory {
  /** What theory has no answer for, to follow `there is no theory for `. */
  readonly missing: string;
}

export const isMissing = (step: object): step is MissingTheory => 'missing' in step;
