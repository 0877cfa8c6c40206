import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Comparison, decide, type ToleranceKind } from './outcome.ts';

const compare = (toleranceKind: ToleranceKind, expected: number, measured: number, tolerance: number): boolean =>
  decide({ quantity: 'q', expected, measured, tolerance, toleranceKind }).pass;

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 0, max: 1e6, noNaN: true });
const kind = fc.constantFrom<ToleranceKind>('absolute', 'relative', 'at-most');

test('an absolute tolerance is a distance', () => {
  expect(compare('absolute', 2, 2.5, 0.5)).toBe(true);
  expect(compare('absolute', 2, 1.5, 0.5)).toBe(true);
  expect(compare('absolute', 2, 2.501, 0.5)).toBe(false);
  expect(compare('absolute', 2, 1.499, 0.5)).toBe(false);
});

test('a relative tolerance is a share of the expected number, whatever its sign', () => {
  expect(compare('relative', -8, -9, 0.125)).toBe(true);
  expect(compare('relative', -8, -7, 0.125)).toBe(true);
  expect(compare('relative', -8, -9.01, 0.125)).toBe(false);
  expect(compare('relative', 0, 1e-300, 0.125)).toBe(false);
});

test('an upper bound asks only that it is not exceeded', () => {
  expect(compare('at-most', 0.25, -3, 0)).toBe(true);
  expect(compare('at-most', 0.25, 0.25, 0)).toBe(true);
  expect(compare('at-most', 0.25, 0.2500001, 0)).toBe(false);
  expect(compare('at-most', 0.25, 0.26, 0.02)).toBe(true);
});

test('what is not a finite number never passes', () => {
  fc.assert(
    fc.property(kind, fc.constantFrom(Number.NaN, Infinity, -Infinity), fc.nat(2), (toleranceKind, broken, position) => {
      const numbers: [number, number, number] = [1, 1, 1];
      numbers[position] = broken;
      expect(compare(toleranceKind, ...numbers)).toBe(false);
    }),
  );
});

test('a wider tolerance never fails what a narrower one passed', () => {
  fc.assert(
    fc.property(kind, finite, finite, positive, positive, (toleranceKind, expected, measured, tolerance, more) => {
      fc.pre(compare(toleranceKind, expected, measured, tolerance));
      expect(compare(toleranceKind, expected, measured, tolerance + more)).toBe(true);
    }),
  );
});

test('an outcome is the comparison and the decision, frozen', () => {
  const comparison: Comparison = { quantity: 'χ₁', expected: 1, measured: 1.01, tolerance: 0.02, toleranceKind: 'relative' };
  const outcome = decide(comparison);
  expect(outcome).toEqual({ ...comparison, pass: true });
  expect(Object.isFrozen(outcome)).toBe(true);
});
