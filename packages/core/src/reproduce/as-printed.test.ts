import { expect, test } from 'vitest';
import { asPrinted } from './as-printed.ts';
import { decide } from './outcome.ts';

test.each([
  ['0.0556', 0.0556, 5e-5],
  ['103.007554', 103.007554, 5e-7],
  ['1', 1, 0.5],
  ['1.7e4', 17_000, 500],
  ['9.31e-10', 9.31e-10, 5e-13],
])('%s stands for every number that rounds to it', (printed, value, halfUnit) => {
  const passes = (computed: number): boolean => decide(asPrinted('q', printed, computed)).pass;
  expect(asPrinted('q', printed, value).tolerance).toBeCloseTo(halfUnit, 18);
  expect(passes(value + 0.99 * halfUnit)).toBe(true);
  expect(passes(value - 0.99 * halfUnit)).toBe(true);
  expect(passes(value + 1.01 * halfUnit)).toBe(false);
  expect(passes(value - 1.01 * halfUnit)).toBe(false);
});
