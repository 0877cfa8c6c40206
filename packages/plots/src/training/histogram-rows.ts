import type { DecadeHistogram, TrainingReport } from '@vanish/core';

/** Layers that one picture tells apart. */
const mostRows = 5;

/** A histogram of one step, ready to be drawn. */
export interface Curve {
  readonly step: number;
  /** Share of all entries in each bin, those that have none included. **Range** 0 … 1 */
  readonly shares: readonly number[];
  /** log₁₀ of the lower edge of the first bin; null where no entry has a bin. */
  readonly from: number | null;
  /** log₁₀ of the upper edge of the last bin; null likewise. */
  readonly to: number | null;
  /** log₁₀ of the median of what is neither zero nor broken. */
  readonly median: number | null;
  /** log₁₀ of what all but one of fifty such entries reach: what lies below is a long tail that shows no more. */
  readonly least: number | null;
  /** Share of the entries that are exactly zero, and of those that are NaN or infinite. **Range** 0 … 1 */
  readonly zero: number;
  readonly broken: number;
}

/** A layer and its curves, first step first. */
export interface HistogramRow {
  readonly name: string;
  readonly curves: readonly Curve[];
}

/** The gradients of the layers that are shown: all of them, or the first, the last, and some between, evenly. */
export const histogramRows = ({ record: { histograms, binDecades } }: TrainingReport): readonly HistogramRow[] => {
  const names = histograms[0]?.rows.map(({ name }) => name) ?? [];
  const count = Math.min(names.length, mostRows);
  const shown = Array.from({ length: count }, (_, index) => Math.round((index * (names.length - 1)) / Math.max(1, count - 1)));
  return shown.map((position) => ({
    name: names[position] ?? '',
    curves: histograms.flatMap(({ step, rows }) => {
      const gradient = rows[position]?.gradient;
      return gradient === undefined ? [] : [curveOf(step, gradient, binDecades)];
    }),
  }));
};

const curveOf = (step: number, histogram: DecadeHistogram, width: number): Curve => {
  const { from, counts, zero, notFinite } = histogram;
  const entries = counts.reduce((sum, count) => sum + count, zero + notFinite);
  return {
    step,
    shares: counts.map((count) => count / entries),
    from,
    to: from === null ? null : from + counts.length * width,
    median: quantile(histogram, 0.5, width),
    least: quantile(histogram, 0.02, width),
    zero: zero / entries,
    broken: notFinite / entries,
  };
};

/** log₁₀ of the size below which that share of the entries lies, as if each bin were filled evenly. */
const quantile = ({ from, counts }: DecadeHistogram, share: number, width: number): number | null => {
  if (from === null) return null;
  const wanted = share * counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [bin, count] of counts.entries()) {
    if (below + count >= wanted) return from + (bin + (wanted - below) / count) * width;
    below += count;
  }
  return from + counts.length * width;
};
