import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketedRoot } from './roots.ts';

test('finds a root wherever the bracket lies', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (root, below, above) => {
        const found = bracketedRoot((x) => Math.atan(x - root) * (1 + x * x), root - below, root + above);
        expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-13 * (1 + Math.abs(root)));
      },
    ),
  );
});

test('takes few evaluations where the function is smooth, and survives a flat one', () => {
  let evaluations = 0;
  const count = (of: (x: number) => number) => (x: number) => {
    evaluations += 1;
    return of(x);
  };
  expect(
    bracketedRoot(
      count((x) => Math.cos(x) - x),
      0,
      1,
    ),
  ).toBeCloseTo(0.7390851332151607, 15);
  expect(evaluations).toBeLessThan(15);
  expect(bracketedRoot((x) => (x - 1) ** 9, 0, 3)).toBeCloseTo(1, 1);
  expect(bracketedRoot((x) => (x < 1 / 3 ? -1 : 1), 0, 1)).toBeCloseTo(1 / 3, 15);
});

test('refuses a bracket without a change of sign', () => {
  expect(() => bracketedRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
});
