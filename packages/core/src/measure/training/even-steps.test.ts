import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenSteps } from './even-steps.ts';

test.each([
  [300, 6, [1, 61, 121, 180, 240, 300]],
  [6, 6, [1, 2, 3, 4, 5, 6]],
  [3, 6, [1, 2, 3]],
  [1, 6, [1]],
  [300, 0, []],
])('of %i steps at most %i', (steps, most, expected) => {
  expect([...evenSteps(steps, most)]).toEqual(expected);
});

test('the first and the last are among them, and gaps differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2, max: 200 }), (steps, most) => {
      const chosen = [...evenSteps(steps, most)];
      expect([chosen.length, chosen[0], chosen.at(-1)]).toEqual([Math.min(steps, most), 1, steps]);
      const gaps = chosen.slice(1).map((step, index) => step - (chosen[index] as number));
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    }),
  );
});
