import type { Stage } from '../layers/stage.ts';
import type { Variant, VariantParameter } from '../variant.ts';

/** A block that a skip connection goes around. */
export interface Block {
  readonly row: number;
  /** Units of the stream. */
  readonly units: number;
  /** L, blocks of the network. */
  readonly blocks: number;
  /** m, weight matrices of the branch. */
  readonly matrices: number;
  /** The branch f(x); each matrix has its standard deviation multiplied by the factor of its number, 1 where none is given. */
  readonly branch: (factors?: readonly number[]) => readonly Stage[];
  /** Weights from the stream to itself, for a gate. */
  readonly gate: () => Stage;
}

/** A way around a block of stages. */
export interface Skip extends Variant {
  readonly parameter?: VariantParameter<Skip>;
  /** The block with its way around it. */
  readonly wrap: (block: Block) => readonly Stage[];
}
