import type { Variant, VariantParameter } from '../variant.ts';
import type { Law } from './law.ts';

/** How the weights of a layer are drawn: W = √Var W · (a standard draw of its law). */
export interface Initializer extends Variant {
  readonly parameter?: VariantParameter<Initializer>;
  /** The law of the standardised weights. */
  readonly law: Law;
  /** Var W that the recipe asks for, for a weight matrix of shape [fanIn, fanOut]. The question's `gain` replaces it by gain / fanIn. */
  readonly weightVariance: (fanIn: number, fanOut: number) => number;
  /** Whether each layer is rescaled on the first batch until its pre-activation has unit variance (LSUV). */
  readonly isCalibrated: boolean;
  /** What draws the weights that lead in from the inputs of time steps and out to a readout; this initializer itself when left out. */
  readonly atEnds?: Initializer;
}
