import type { Listed } from '../../parts/variant.ts';

/** A set-up worth seeing, under a name. */
export interface Preset extends Listed {
  /** The question it stands for. */
  readonly query: string;
  /** What one sees, and why it is remembered. */
  readonly why: readonly string[];
  /** Who published it; null for what everybody knows. */
  readonly source: string | null;
}
