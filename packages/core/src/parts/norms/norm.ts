import type { Stage } from '../layers/stage.ts';
import type { Variant, VariantParameter } from '../variant.ts';

/** A normalisation of the numbers between two stages. */
export interface Norm extends Variant {
  /** ε, what is added to the variance. */
  readonly parameter?: VariantParameter<Norm>;
  /** The stages that normalise; none for no normalisation. */
  readonly stages: () => readonly Stage[];
}

/** ε where nobody says otherwise: that of TensorFlow.js and Keras. */
export const defaultEpsilon = 1e-3;

/** The number in parentheses of a normalisation: `batch(1e-5)`. */
export const epsilonParameter = (value: number, make: (epsilon: number) => Norm): VariantParameter<Norm> => ({
  name: 'epsilon',
  value,
  default: defaultEpsilon,
  minimum: 0,
  maximum: 1,
  with: make,
});
