import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binDecades, countDecades, type DecadeHistogram } from './decade-histogram.ts';

const count = (...arrays: readonly (readonly number[])[]): DecadeHistogram => {
  const counter = countDecades();
  for (const values of arrays) counter.add(Float32Array.from(values));
  return counter.histogram();
};

test('a number lies in the bin that its logarithm names, over all of float32', () => {
  fc.assert(
    fc.property(fc.float({ noDefaultInfinity: true, noNaN: true }), (value) => {
      const size = Math.abs(value);
      const { from, counts, zero } = count([value]);
      if (size === 0) {
        expect({ from, counts, zero }).toEqual({ from: null, counts: [], zero: 1 });
        return;
      }
      expect([counts, zero]).toEqual([[1], 0]);
      expect(10 ** (from as number)).toBeLessThanOrEqual(size);
      expect(size).toBeLessThan(10 ** ((from as number) + binDecades));
    }),
    { numRuns: 2000 },
  );
});

test('an edge belongs to the bin above it, and the outermost numbers have bins', () => {
  const least = 2 ** -149;
  const most = (2 - 2 ** -23) * 2 ** 127;
  expect([1, 10, 1e10, least, most].map((value) => count([value]).from)).toEqual([0, 1, 10, -45, 38.5]);
  // the float32 below 1, and the one nearest to 0.1, which is above it
  expect([1 - 2 ** -24, 0.1].map((value) => count([value]).from)).toEqual([-0.25, -1]);
});

test('zero, NaN and infinity are counted apart, and arrays are added up', () => {
  expect(count([0, -0, Number.NaN, 2], [Number.NEGATIVE_INFINITY, -2, 20])).toEqual({
    from: 0.25,
    counts: [2, 0, 0, 0, 1],
    zero: 2,
    notFinite: 2,
  });
});

test('a view of a buffer is counted alone', () => {
  const counter = countDecades();
  counter.add(Float32Array.of(5, 0, 1, 7).subarray(1, 3));
  expect(counter.histogram()).toEqual({ from: 0, counts: [1], zero: 1, notFinite: 0 });
});
