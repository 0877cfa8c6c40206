import type { Stage } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** A way around a block of stages. */
export interface Skip extends Variant {
  /** The block with its way around it. */
  readonly wrap: (block: readonly Stage[]) => readonly Stage[];
}
