import { isNumber, type Row } from '../frame/layer.ts';

/** The last number of a column: where its line ends. */
export const lastOf = (rows: readonly Row[], field: string): number | null => {
  const values = rows.flatMap((row) => (typeof row[field] === 'number' ? [row[field]] : []));
  return values.filter(isNumber).at(-1) ?? null;
};
