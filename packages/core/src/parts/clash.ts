import type { Choice } from './variant.ts';

/** Two settings that do not go together. */
export interface Clash {
  /** The field that gives way. */
  readonly field: string;
  /** What is wrong, in lower case: `heads=5 does not divide width=128`. */
  readonly problem: string;
  /** A value with which it would go. */
  readonly nearest: number | boolean | Choice | null;
}
