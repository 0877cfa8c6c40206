import { expect, test } from 'vitest';
import { erf, erfc, erfcx } from './error-function.ts';

const references: readonly (readonly [number, number, number, number])[] = [
  [-6, -1, 2.0, 8622463094230390],
  [-1, -0.8427007929497149, 1.842700792949715, 5.008980080762283],
  [-0.5, -0.5204998778130465, 1.5204998778130465, 1.952360489182557],
  [1e-12, 1.1283791670955126e-12, 0.9999999999988716, 0.9999999999988716],
  [0.1, 0.1124629160182849, 0.887537083981715, 0.8964569799691267],
  [0.46875, 0.49261347321793797, 0.507386526782062, 0.6320696892495561],
  [0.75, 0.7111556336535151, 0.28884436634648486, 0.5069376502931449],
  [1.5, 0.9661051464753108, 0.033894853524689274, 0.3215854164543175],
  [3, 0.9999779095030014, 0.00002209049699858544, 0.17900115118138996],
  [4, 0.9999999845827421, 1.541725790028002e-8, 0.13699945762506138],
  [4.5, 0.9999999998033839, 1.9661604415428876e-10, 0.12248480427384142],
  [8, 1.0, 1.1224297172982926e-29, 0.06998516620088092],
  [15, 1.0, 7.212994172451207e-100, 0.03752960638850577],
  [26, 1.0, 5.663192408856143e-296, 0.021683584850562907],
];

test.each(references)('erf, erfc and erfcx at %s equal mpmath 1.3 at 40 digits', (x, erfValue, erfcValue, erfcxValue) => {
  // four roundings of relative size 1.1e-16 in the fraction and the two exponentials
  const tolerance = 1e-15;
  expect(Math.abs(erf(x) / erfValue - 1)).toBeLessThan(tolerance);
  expect(Math.abs(erfc(x) / erfcValue - 1)).toBeLessThan(tolerance);
  expect(Math.abs(erfcx(x) / erfcxValue - 1)).toBeLessThan(tolerance);
});

test('far arguments reach their limits', () => {
  expect(erf(800)).toBe(1);
  expect(erf(-800)).toBe(-1);
  expect(erfc(800)).toBe(0);
  expect(erfc(-800)).toBe(2);
  expect(erfcx(1e8)).toBeCloseTo(1 / (1e8 * Math.sqrt(Math.PI)), 20);
});
