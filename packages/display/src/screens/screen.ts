import type { Json } from '@vanish/plots';

/** One output in several forms: a front end shows the richest one it knows. */
export interface Bundle {
  /** By MIME type; images as base64. */
  readonly data: Readonly<Record<string, Json>>;
  /** By MIME type, too. */
  readonly metadata: Readonly<Record<string, Json>>;
}

/** Where an output stands, so that it can change later. */
export interface Spot {
  readonly id: string;
  /** Whether something stands there already. */
  readonly isTaken: boolean;
}

/** Puts an output below the cell that runs. */
export type Screen = (bundle: Bundle, spot: Spot | null) => void;

/** A kernel that notebooks run on: its screen, or null where this process is no such kernel. */
export type Kernel = () => Screen | null;
