import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDensity, normalDistribution } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';

test.each([
  [0.5, 0],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.995, 2.5758293035489004],
  [0.999, 3.090232306167813],
])('Φ⁻¹(%f) is %f, as in the tables of the normal distribution (R: qnorm)', (p, x) => {
  // p itself is rounded to 1.1e-16, which moves x by that over ϕ(x): 3.3e-14 at 0.999
  expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-15 + 2 ** -53 / normalDensity(x));
});

test.each([
  [1e-10, -6.361340902404056],
  [1e-20, -9.262340089798409],
])('Φ⁻¹(%f) is %f: the tail, computed to 30 digits (1e-20 also in Wichura 1988, AS 241)', (p, x) => {
  expect(Math.abs(normalQuantile(p) / x - 1)).toBeLessThan(2e-15);
});

test('Φ⁻¹ is the inverse of Φ', () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
      const p = normalDistribution(x);
      // Φ is good to a few ulp; p has a relative error ε, which moves x by ε p / ϕ(x)
      expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-14 + 2e-15 * (Math.abs(x) + p / normalDensity(x)));
    }),
  );
});

test('Φ⁻¹(1 − p) = −Φ⁻¹(p), wherever 1 − p is exact', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 30 }), (steps) => {
      const p = steps / 2 ** 30;
      expect(normalQuantile(1 - p) + normalQuantile(p) || 0).toBe(0);
    }),
    { examples: [[0], [2 ** 29]], numRuns: 500 },
  );
});

test('Φ⁻¹ rises', () => {
  const points = Array.from({ length: 4000 }, (_, index) => normalQuantile((index + 0.5) / 4000));
  expect(points.every((value, index) => index === 0 || value > (points[index - 1] as number))).toBe(true);
});

test('the ends are infinite, and beyond them there is nothing', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
});
