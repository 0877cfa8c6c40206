import { expect, test } from 'vitest';
import { haarColumns } from './haar.ts';
import { fillPhilox } from './philox.ts';
import { normalsFrom } from './sixteen-bits.ts';

const gaussians = (count: number, stream: number): Float32Array => {
  const words = new Uint32Array(4 * Math.ceil(count / 8));
  fillPhilox(words, { key: [stream, 0], counter: [0, 0, 0, 0] });
  return normalsFrom(words).subarray(0, count);
};

const columnOf = (matrix: Float32Array, columns: number, column: number): readonly number[] =>
  [...matrix].filter((_, position) => position % columns === column);

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, row) => sum + value * (other[row] ?? 0), 0);

test.each([
  [1, 1],
  [2, 2],
  [7, 3],
  [40, 40],
  [64, 1],
] as const)('the columns of a %i × %i matrix are orthonormal', (rows, columns) => {
  const q = haarColumns(gaussians(rows * columns, 3), rows, columns);
  for (let one = 0; one < columns; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      const product = dot(columnOf(q, columns, one), columnOf(q, columns, other));
      // the entries, of size rows^-1/2, are rounded to float32
      expect(Math.abs(product - Number(one === other))).toBeLessThan(2 * 2 ** -24 * Math.sqrt(rows));
    }
  }
});

test('the first column is the Gaussian one, scaled to length 1', () => {
  const gaussian = gaussians(15, 4);
  const first = columnOf(gaussian, 3, 0);
  const length = Math.sqrt(dot(first, first));
  for (const [row, value] of columnOf(haarColumns(gaussian, 5, 3), 3, 0).entries()) {
    expect(value).toBeCloseTo((first[row] ?? Number.NaN) / length, 6);
  }
});

test('moments are those of the Haar measure on O(3): E tr Q = 0, E (tr Q)² = 1 (Diaconis & Shahshahani 1994), E q⁴ = 3 / (n (n + 2))', () => {
  const draws = 4000;
  const all = gaussians(9 * draws, 5);
  const matrices = Array.from({ length: draws }, (_, index) => haarColumns(all.subarray(9 * index, 9 * index + 9), 3, 3));
  const traces = matrices.map((q) => (q[0] ?? 0) + (q[4] ?? 0) + (q[8] ?? 0));
  expectMean(traces, 0);
  expectMean(
    traces.map((trace) => trace * trace),
    1,
  );
  for (const position of [0, 4, 5, 8])
    expectMean(
      matrices.map((q) => (q[position] ?? 0) ** 4),
      3 / 15,
    );
});

/** Within four standard errors. */
function expectMean(values: readonly number[], expected: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}
