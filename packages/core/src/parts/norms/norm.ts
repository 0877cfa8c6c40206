import type { Stage } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** A normalisation of pre-activations. */
export interface Norm extends Variant {
  /** The stages that normalise `units` pre-activations of a row; none for no normalisation. */
  readonly stages: (settings: { readonly row: number; readonly units: number }) => readonly Stage[];
}
