import type { Activation, GaussianAverages } from '../activations/activation.ts';
import type { Sides } from './grid.ts';
import type { Paths } from './paths.ts';

/** Squares and products of the numbers that a signal carries. */
export interface Moments {
  /** E x², mean square of an entry. */
  readonly secondMoment: number;
  /** E x₁x₂ for two neighbouring examples of the batch; computed only where somebody asks, since it costs most. */
  readonly covariance: () => number;
}

/** What infinite-width theory knows of a signal, or of one position of it. */
interface Signal extends Moments {
  /** E x over units, the same for every example. */
  readonly mean: number;
  /** Whether entries are normal numbers over the units, as averages of an activation need them. */
  readonly isGaussian: boolean;
}

/** A signal at one position of an image. */
export interface Site extends Signal {
  /** E x(p)x(p′) for two positions of one example that are like this one. */
  readonly elsewhere: number;
}

/** How the numbers of an example lie side by side. */
export interface Space {
  readonly sides: Sides;
  /** E x(p)x(p′) for two positions p ≠ p′ of one example. */
  readonly elsewhere: number;
  /** The signal position by position where borders make them differ, like positions as one and the same object; null where all are alike. */
  readonly sites: readonly Site[] | null;
}

/** What infinite-width theory knows of a signal; of an image that differs from position to position, the means over positions. */
export interface Field extends Signal {
  /** Left out where an example is a vector without positions. */
  readonly space?: Space | undefined;
  /** Whether inputs at the places of an example repeat each other or differ in size, which theory leaves out; no when left out. */
  readonly areInputsUneven?: boolean | undefined;
  /** The inputs that wait for the time steps of a recurrent network. */
  readonly inputs?: Moments;
  /** The cells that a recurrent network carries beside its state. */
  readonly cells?: Moments;
}

/** The field after a step; what lies by for time steps to come goes past every stage that says nothing of it. */
export const after = ({ inputs, cells, areInputsUneven }: Field, step: MeanFieldStep): Field => ({
  areInputsUneven,
  ...(inputs === undefined ? {} : { inputs }),
  ...(cells === undefined ? {} : { cells }),
  ...step.field,
});

/** The signal between two stages, and what a stage may use. */
export interface MeanField extends Field {
  /** Gaussian averages of an activation, in closed form or by quadrature. */
  readonly averages: (activation: Activation) => GaussianAverages;
  /** Rows of one layer's tensor: what a batch normalisation averages over. */
  readonly batch: number;
  /** E x² over all positions, where the field is that of one of them. */
  readonly overall?: number | undefined;
}

/** The signal alone, without what a stage may use. */
export const signalOf = ({ secondMoment, mean, covariance, isGaussian, space }: MeanField): Field => ({
  secondMoment,
  mean,
  covariance,
  isGaussian,
  space,
});

/** Mean-square gradient at every position; a single number where all are alike. */
export type Energies = readonly number[];

/** What a stage does to the field, and to the gradient on its way back. */
export interface MeanFieldStep {
  readonly field: Field;
  /** Factor of the mean-square gradient entry from output to input. */
  readonly gradientFactor: number;
  /** The same position by position, from the squares at the output to those at the input; left out where all are multiplied alike. */
  readonly spread?: ((energies: Energies) => Energies) | undefined;
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
  /** At each way around a branch; a row may have several, first branch first. */
  readonly paths?: PathFindings;
}

/** What goes through a branch, and what past it. */
export interface PathFindings {
  /** Mean square of either term of the output. */
  readonly terms: Paths<number>;
  /** Factor of the mean-square gradient entry from output to input, by either way; null where it depends on how the positions share the gradient. */
  readonly gradient: Paths<number> | null;
}

/** Why nobody knows. */
export interface MissingTheory {
  /** What theory has no answer for, to follow `there is no theory for `. */
  readonly missing: string;
}

export const isMissing = (step: object): step is MissingTheory => 'missing' in step;
