import { expect, test } from 'vitest';
import { studentDistribution, studentQuantile } from './student.ts';

test.each([
  [0.975, 1, 12.706204736174705],
  [0.975, 2, 4.302652729749464],
  [0.975, 7, 2.3646242515927853],
  [0.975, 15, 2.1314495455597755],
  [0.975, 31, 2.0395134463964086],
  [0.975, 999, 1.96234146113345],
  [0.9, 4, 1.5332062740589438],
])('the quantile at %s with %s degrees of freedom equals mpmath 1.3 at 40 digits', (probability, freedom, quantile) => {
  // a sum of up to 500 terms, each rounded
  expect(Math.abs(studentQuantile(probability, freedom) / quantile - 1)).toBeLessThan(1e-13);
});

test('the distribution function undoes the quantile', () => {
  for (const freedom of [1, 2, 3, 10, 63]) {
    for (const probability of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
      expect(studentDistribution(studentQuantile(probability, freedom), freedom)).toBeCloseTo(probability, 14);
    }
  }
});
