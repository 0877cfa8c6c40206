import type { Activation, GaussianAverages } from '../activations/activation.ts';

/** What infinite-width theory knows of a signal. */
export interface Field {
  /** E x², mean square of an entry. */
  readonly secondMoment: number;
  /** E x over units, the same for every example. */
  readonly mean: number;
  /** E x₁x₂ for two neighbouring examples of the batch; computed only where somebody asks, since it costs most. */
  readonly covariance: () => number;
  /** Whether entries are normal numbers over the units, as averages of an activation need them. */
  readonly isGaussian: boolean;
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
}

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
