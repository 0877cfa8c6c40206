import { isNumber, type Row } from '../frame/layer.ts';

/** The first number of a column: where its line begins. */
export const firstOf = (rows: readonly Row[], field: string): number | null => numbersOf(rows, field)[0] ?? null;

/** The last number of a column: where its line ends. */
export const lastOf = (rows: readonly Row[], field: string): number | null => numbersOf(rows, field).at(-1) ?? null;

/** The numbers of a column, without its gaps. */
const numbersOf = (rows: readonly Row[], field: string): readonly number[] =>
  rows.flatMap((row) => (typeof row[field] === 'number' ? [row[field]] : [])).filter(isNumber);
