import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquaresSlope, logSumExp, mean, standardDeviation, studentInterval, summarise } from './statistics.ts';

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 });

test('mean and deviation shift and scale with the values', () => {
  fc.assert(
    fc.property(numbers, fc.double({ min: -100, max: 100, noNaN: true }), (values, shift) => {
      const moved = values.map((value) => -2 * value + shift);
      expect(mean(moved)).toBeCloseTo(-2 * mean(values) + shift, 8);
      expect(standardDeviation(moved)).toBeCloseTo(2 * standardDeviation(values), 8);
    }),
  );
});

test('a summary leaves out what is null, and is null where too little is left', () => {
  expect(summarise([1, null, 3])).toEqual({ mean: 2, sd: Math.SQRT2 });
  expect(summarise([null, 5])).toEqual({ mean: 5, sd: null });
  expect(summarise([null])).toEqual({ mean: null, sd: null });
});

test('the 95 % interval of 1…8 is 4.5 ± 2.3646 · 2.4495 / √8 (Student table, ν = 7)', () => {
  const { low, high } = studentInterval([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(high - 4.5).toBeCloseTo((2.3646242515927853 * Math.sqrt(6)) / Math.sqrt(8), 12);
  expect(4.5 - low).toBeCloseTo(high - 4.5, 12);
});

test('one value says nothing of its spread', () => {
  expect(studentInterval([3])).toEqual({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
});

test('the least-squares line through points of a line is that line', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }), (slope, offset) => {
      expect(leastSquaresSlope([0, 1, 2, 5, 9].map((x) => ({ x, y: slope * x + offset })))).toBeCloseTo(slope, 10);
    }),
  );
});

test('the least-squares slope is blind to errors orthogonal to x', () => {
  expect(
    leastSquaresSlope([
      { x: -1, y: 1 },
      { x: 0, y: -2 },
      { x: 1, y: 1 },
    ]),
  ).toBe(0);
});

test('ln Σ eˣ survives where eˣ does not', () => {
  expect(logSumExp([-2000, -2000])).toBeCloseTo(-2000 + Math.LN2, 12);
  expect(logSumExp([2000, 0])).toBe(2000);
  expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
  expect(logSumExp([Number.NEGATIVE_INFINITY, 1])).toBe(1);
  expect(logSumExp([Number.NaN, 1])).toBeNaN();
});
