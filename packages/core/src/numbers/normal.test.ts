import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDensity, normalDistribution } from './normal.ts';

test('the distribution function at 1.96 and −10 equals mpmath', () => {
  expect(normalDistribution(1.96)).toBeCloseTo(0.9750021048517795, 15);
  expect(normalDistribution(-10) / 7.619853024160525e-24).toBeCloseTo(1, 14);
});

test('Φ(z) + Φ(−z) = 1', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
      expect(normalDistribution(z) + normalDistribution(-z)).toBeCloseTo(1, 15);
    }),
  );
});

test('the density is the slope of the distribution function', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
      const step = 1e-5;
      const slope = (normalDistribution(z + step) - normalDistribution(z - step)) / (2 * step);
      // truncation h²/6 · |ϕ″| and rounding 1e-16 / h are both below 3e-11
      expect(Math.abs(slope - normalDensity(z))).toBeLessThan(3e-11);
    }),
  );
});

test('a normal law cut at two deviations keeps 0.77374130355 of its variance (theory-reference.json, truncatedNormal2Sigma)', () => {
  const kept = 1 - (4 * normalDensity(2)) / (2 * normalDistribution(2) - 1);
  expect(kept).toBeCloseTo(0.77374130355, 11);
});
