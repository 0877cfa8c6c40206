/**
 * How far a measured number may lie from the expected one: `absolute` |m − e| ≤ t, `relative` |m − e| ≤ t·|e|,
 * `at-most` m ≤ e + t.
 */
export type ToleranceKind = 'absolute' | 'relative' | 'at-most';

/** One number of a published result, expected and measured. */
export interface Comparison {
  /** What is compared, in words: `|d|² factor per layer, σ_w² = 1`. */
  readonly quantity: string;
  readonly expected: number;
  readonly measured: number;
  readonly tolerance: number;
  readonly toleranceKind: ToleranceKind;
}

/** A comparison and how it went. */
export interface Outcome extends Comparison {
  readonly pass: boolean;
}

/** Decides every comparison of every claim. What is not a finite number never passes. */
export const decide = (comparison: Comparison): Outcome => Object.freeze({ ...comparison, pass: isWithin(comparison) });

const isWithin = ({ expected, measured, tolerance, toleranceKind }: Comparison): boolean => {
  if (![expected, measured, tolerance].every(Number.isFinite)) return false;
  switch (toleranceKind) {
    case 'absolute':
      return Math.abs(measured - expected) <= tolerance;
    case 'relative':
      return Math.abs(measured - expected) <= tolerance * Math.abs(expected);
    case 'at-most':
      return measured <= expected + tolerance;
    default: {
      const unknown: never = toleranceKind;
      throw new TypeError(`unknown kind of tolerance "${unknown}"`);
    }
  }
};
