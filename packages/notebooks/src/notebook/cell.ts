import type { Output } from '../kernel/output.ts';

/** A cell as its author writes it. */
export interface Cell {
  readonly kind: 'markdown' | 'code';
  /** Stable over edits of other cells. **Range** letters, digits and hyphens, at most 64. */
  readonly id: string;
  readonly source: string;
  readonly tags: readonly string[];
}

/** A cell and what it left below itself. */
export interface RunCell extends Cell {
  /** **Range** empty for a cell that was not run, and for text. */
  readonly outputs: readonly Output[];
  /** The number beside a code cell; null where it was not run. */
  readonly count: number | null;
}
