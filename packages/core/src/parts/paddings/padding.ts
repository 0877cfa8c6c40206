import type { Variant } from '../variant.ts';

/** What a kernel finds beyond the border of an image. */
export interface Padding extends Variant {
  /**
   * The position whose signal is found at `position`, which may lie beyond a side; null for none. No two positions that lie a kernel's
   * step apart from the same place are one: what comes back to a position along one tap comes from one place.
   */
  readonly source: (position: number, side: number) => number | null;
  /** What borders do to a squared gradient, in a sentence; null where every position sees a full kernel. */
  readonly story: string | null;
}
