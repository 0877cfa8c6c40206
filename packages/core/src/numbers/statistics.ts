import { studentQuantile } from './student.ts';

/** Arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample standard deviation (n − 1); NaN below two values. */
export const standardDeviation = (values: readonly number[]): number => {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
};

/** Mean and sample deviation of the values there are; null where there are too few. */
export interface Summary {
  /** Null of no value. */
  readonly mean: number | null;
  /** Null below two values. */
  readonly sd: number | null;
}

/** Mean and sample standard deviation of what is not null. */
export const summarise = (values: readonly (number | null)[]): Summary => {
  const known = values.filter((value) => value !== null);
  return {
    mean: known.length > 0 ? mean(known) : null,
    sd: known.length > 1 ? standardDeviation(known) : null,
  };
};

/** An interval for a mean. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Student's 95 % interval for the mean, mean ± t₀.₉₇₅ · sd / √n; infinitely wide for one value, which says nothing of its spread. */
export const studentInterval = (values: readonly number[]): Interval => {
  const centre = mean(values);
  if (values.length === 1) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = (studentQuantile(0.975, values.length - 1) * standardDeviation(values)) / Math.sqrt(values.length);
  return { low: centre - half, high: centre + half };
};

/** A point of a line to be fitted. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Slope of the least-squares line, Σ (x−x̄)(y−ȳ) / Σ (x−x̄)²; NaN where all x are equal. */
export const leastSquaresSlope = (points: readonly Point[]): number => {
  const centreX = mean(points.map(({ x }) => x));
  const centreY = mean(points.map(({ y }) => y));
  let [covariance, variance] = [0, 0];
  for (const { x, y } of points) {
    covariance += (x - centreX) * (y - centreY);
    variance += (x - centreX) ** 2;
  }
  return covariance / variance;
};

/** ln Σ eˣ without overflow or underflow; −∞ of nothing. */
export const logSumExp = (values: readonly number[]): number => {
  const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(largest)) return largest;
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
};
