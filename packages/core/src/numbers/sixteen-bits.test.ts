import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDensity, normalDistribution } from './normal.ts';
import { normalsFrom, normalTable, truncatedNormalsFrom, truncatedNormalTable, uniformsFrom } from './sixteen-bits.ts';

/** E x^power over equally likely numbers. */
const moment = (numbers: Float32Array, power: number): number =>
  numbers.reduce((sum, number) => sum + number ** power, 0) / numbers.length;

/** Every pattern of sixteen bits once, two per word. */
const everyPattern = Uint32Array.from({ length: 2 ** 15 }, (_, word) => 2 * word + 65536 * (2 * word + 1));

test('uniforms are the half-integers between −2¹⁵ and 2¹⁵: mean 0, variance (2³² − 1) / 12', () => {
  const uniforms = uniformsFrom(everyPattern);
  expect(Math.min(...uniforms.map(Math.abs))).toBe(0.5);
  expect(new Set(uniforms).size).toBe(2 ** 16);
  expect(moment(uniforms, 1)).toBe(0);
  expect(moment(uniforms, 2)).toBe((2 ** 32 - 1) / 12);
});

test('normals have mean 0, variance 1, no skew and E z⁴ = 2.9992', () => {
  const normals = normalsFrom(everyPattern);
  // float32 rounds each entry by 6e-8
  expect(Math.abs(moment(normals, 1))).toBeLessThan(1e-12);
  expect(Math.abs(moment(normals, 2) - 1)).toBeLessThan(1e-7);
  expect(Math.abs(moment(normals, 3))).toBeLessThan(1e-12);
  expect(moment(normals, 4)).toBeCloseTo(2.9992, 4);
});

test('the share of normals below any z is Φ(z) within half a part of 65,536 and the rescaling', () => {
  const table = normalTable();
  fc.assert(
    fc.property(fc.double({ min: -4.3, max: 4.3, noNaN: true }), (z) => {
      const share = table.filter((entry) => entry < z).length / table.length;
      // unit variance moves each entry by 2e-5 of itself, and so a share by |z| ϕ(z) times that
      expect(Math.abs(share - normalDistribution(z))).toBeLessThan(0.51 / 65536 + 3e-5 * Math.abs(z) * normalDensity(z));
    }),
    { numRuns: 50 },
  );
});

test('truncated normals lie within ±2 and have the variance 1 − 4ϕ(2) / (2Φ(2) − 1) of the doubly truncated normal', () => {
  const numbers = truncatedNormalsFrom(everyPattern);
  expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(2);
  const variance = 1 - (4 * normalDensity(2)) / (2 * normalDistribution(2) - 1);
  // the middle of each part stands for all of it: second order in 1 / 65,536, beside the rounding of float32
  expect(Math.abs(moment(numbers, 2) - variance)).toBeLessThan(1e-7);
  expect(moment(truncatedNormalTable(), 1)).toBeCloseTo(0, 12);
});

test('tables rise, so that equal bits mean equal quantiles', () => {
  for (const table of [normalTable(), truncatedNormalTable()]) {
    expect(table.every((entry, k) => k === 0 || entry > (table[k - 1] as number))).toBe(true);
  }
});
