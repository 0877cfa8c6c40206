import type { Stage } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** Where a normalisation stands. */
export interface Place extends Variant {
  /** Normalisation and activation in the order in which a signal meets them. */
  readonly arrange: (norm: readonly Stage[], activation: readonly Stage[]) => readonly Stage[];
}
