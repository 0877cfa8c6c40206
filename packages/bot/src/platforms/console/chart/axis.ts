/** A logarithmic axis: whole decades, and rows so many that every tick falls on one. */
export interface Axis {
  /** **Unit** log₁₀ */
  readonly low: number;
  readonly high: number;
  /** Decades from tick to tick. */
  readonly step: number;
  /** Character rows; the highest value lies in the first, the lowest in the last. */
  readonly rows: number;
}

/** Rows for 1 … 5 intervals between ticks, all near nine so that charts are of one size. */
const rowsPerInterval = [8, 4, 3, 2, 2] as const;
const mostIntervals = rowsPerInterval.length;
/** A flat profile is drawn flat: less than this is noise. */
const fewestDecades = 2;

/** The axis for values of log₁₀, or null where there is none to show. */
export const chooseAxis = (values: readonly number[]): Axis | null => {
  const shown = values.filter(Number.isFinite);
  if (shown.length === 0) return null;
  const [low, high] = widen(smallest(shown), largest(shown));
  const step = niceStep(low, high);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const intervals = Math.max(1, last - first);
  return { low: first * step, high: last * step, step, rows: intervals * (rowsPerInterval[intervals - 1] ?? 2) + 1 };
};

/** The ticks from top to bottom, each with the row it stands in. */
export const ticksOf = (axis: Axis): readonly { readonly row: number; readonly value: number }[] => {
  const count = Math.round((axis.high - axis.low) / axis.step);
  const rowsApart = (axis.rows - 1) / count;
  return Array.from({ length: count + 1 }, (_, index) => ({ row: index * rowsApart, value: axis.high - index * axis.step }));
};

/** Where a value lies, in rows from the top: 0.5 is the middle of the first row. */
export const heightOf = (axis: Axis, value: number): number =>
  ((axis.high - value) / (axis.high - axis.low)) * (axis.rows - 1) + 0.5;

/** 1, 2, 5, 10, 20, … decades: the first that needs few enough intervals. */
const niceStep = (low: number, high: number): number => {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) {
      const step = digit * power;
      if (Math.ceil(high / step) - Math.floor(low / step) <= mostIntervals) return step;
    }
  }
};

const widen = (low: number, high: number): readonly [number, number] => {
  const missing = fewestDecades - (Math.ceil(high) - Math.floor(low));
  if (missing <= 0) return [low, high];
  const middle = Math.round((low + high) / 2);
  return [Math.min(low, middle - fewestDecades / 2), Math.max(high, middle + fewestDecades / 2)];
};

const smallest = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value));
const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value));
