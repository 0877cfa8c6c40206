import type { Quantity } from '../parts/layers/stage.ts';
import type { Observation } from './run-pass.ts';

/** What was read back from a pass. */
export interface Reading {
  readonly labels: readonly Observation[];
  /** One list per label, one number per network. */
  readonly values: readonly (readonly number[])[];
  /** Loss per network; null where the loss has none. */
  readonly loss: readonly number[] | null;
}

/** All lists observed for a quantity at a row: one per weight matrix, none where nobody observed it. */
export const observed = ({ labels, values }: Reading, row: number, quantity: Quantity): readonly (readonly number[])[] =>
  values.filter((_, position) => labels[position]?.row === row && labels[position]?.quantity === quantity);
