import type { Activation, GaussianAverages } from '../activations/activation.ts';

/** What infinite-width theory knows of a signal between two stages. */
export interface MeanField {
  /** E x², mean square of an entry. */
  readonly secondMoment: number;
  /** E x₁x₂ for two neighbouring examples of the batch; computed only where somebody asks, since it costs most. */
  readonly covariance: () => number;
  /** Gaussian averages of an activation, in closed form or by quadrature. */
  readonly averages: (activation: Activation) => GaussianAverages;
}

/** What a stage does to the field, and to the gradient on its way back. */
export interface MeanFieldStep {
  readonly secondMoment: number;
  readonly covariance: () => number;
  /** Factor of the mean-square gradient entry from output to input. */
  readonly gradientFactor: number;
  /**
   * What this stage adds to Var ln|gradient|² at finite width: 3 E φ′⁴ / (E φ′²)² / n for an activation, −1/n for a
   * Gaussian matrix, −3/n for an orthogonal one. **Source** derived for this project; contains Hanin & Nica 2018, 1812.05994.
   */
  readonly logVariance: number;
  /** The row of the report whose pre-activation enters this stage; its signal is the gradient at the stage's input. */
  readonly observation: {
    readonly row: number;
    readonly q: number;
    readonly correlation: () => number;
    readonly slopeSecondMoment: number;
  } | null;
  /** σ_w² of the stage, where it has weights. */
  readonly gain: number | null;
}
