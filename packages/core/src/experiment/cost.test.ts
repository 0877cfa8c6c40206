import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../query/parse-query.ts';
import { refuse } from '../query/refuse.ts';
import { complete } from './complete.ts';
import { costLimits, estimateCost, isAffordable } from './cost.ts';
import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';

const costOf = (...said: readonly Partial<Experiment>[]): ReturnType<typeof estimateCost> =>
  estimateCost(said.map((one) => complete(one)));

/** Ten units to ten classes. */
const readout = 10 * 10;

test('operations of a pass are 2 · 3 · seeds · batch · Σ fan in · fan out', () => {
  const { operations } = costOf({ depth: 5, width: 10, batch: 7, seeds: 3 });
  expect(operations).toBe(2 * 3 * 3 * 7 * (5 * 10 * 10 + readout));
});

test('a convolution multiplies at every position and tap, and keeps the taps it gathered', () => {
  const net = { name: 'cnn', parameter: null };
  const cnn = { net, depth: 5, width: 10, batch: 7, seeds: 3, size: 4 };
  expect(costOf(cnn).operations).toBe(2 * 3 * 3 * 7 * (5 * 10 * 10 * 4 * 3 + readout));
  expect(costOf({ ...cnn, dims: 2 }).operations).toBe(2 * 3 * 3 * 7 * (5 * 10 * 10 * 16 * 9 + readout));
  // two rows at four positions, two at two, one at one
  expect(costOf({ ...cnn, pool: 2 }).operations).toBe(2 * 3 * 3 * 7 * (10 * 10 * (2 * 4 + 2 * 2 + 1) * 3 + readout));
  expect(costOf({ ...cnn, kernel: 5 }).bytes).toBeGreaterThan(costOf(cnn).bytes);
});

test('every example of a key may run', () => {
  for (const { example } of keys) {
    const parsed = parseQuery(example);
    expect([example, parsed.kind === 'question' && refuse(parsed.question)]).toEqual([example, []]);
  }
});

test('bytes are those of the largest network alone, seconds those of all', () => {
  const [small, large] = [costOf({ depth: 5 }), costOf({ depth: 50 })];
  const both = costOf({ depth: 5 }, { depth: 50 });
  expect(both.bytes).toBe(large.bytes);
  expect(both.seconds).toBeCloseTo(small.seconds + large.seconds, 12);
  expect(costOf()).toEqual({ operations: 0, bytes: 0, seconds: 0 });
});

test('a 400-layer net with sixteen seeds is affordable', () => {
  expect(isAffordable(costOf({ depth: 400 }))).toBe(true);
});

test('a spectrum and an orthogonal draw cost extra', () => {
  const plain = costOf({});
  expect(costOf({ spectrum: true }).seconds).toBeGreaterThan(plain.seconds);
  expect(costOf({ init: { name: 'orthogonal', parameter: null } }).seconds).toBeGreaterThan(plain.seconds);
});

test('either limit alone refuses', () => {
  const { seconds, bytes } = costLimits;
  expect(isAffordable({ operations: 0, seconds, bytes })).toBe(true);
  expect(isAffordable({ operations: 0, seconds: seconds * 1.001, bytes: 0 })).toBe(false);
  expect(isAffordable({ operations: 0, seconds: 0, bytes: bytes + 1 })).toBe(false);
});

test('more of anything never costs less', () => {
  const sizes = fc.record({
    depth: fc.integer({ min: 1, max: 2000 }),
    width: fc.integer({ min: 1, max: 4096 }),
    batch: fc.integer({ min: 1, max: 4096 }),
    seeds: fc.integer({ min: 1, max: 256 }),
    train: fc.integer({ min: 0, max: 10_000 }),
    spectrum: fc.boolean(),
  });
  const growing = fc.constantFrom('depth', 'width', 'batch', 'seeds', 'train');
  fc.assert(
    fc.property(sizes, growing, fc.integer({ min: 1, max: 500 }), (size, key, more) => {
      const [before, after] = [costOf(size), costOf({ ...size, [key]: size[key as 'depth'] + more })];
      expect(after.seconds).toBeGreaterThanOrEqual(before.seconds);
      expect(after.bytes).toBeGreaterThanOrEqual(before.bytes);
    }),
  );
});
