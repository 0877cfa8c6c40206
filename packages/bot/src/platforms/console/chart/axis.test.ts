import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseAxis, heightOf, ticksOf } from './axis.ts';

const logs = fc.array(fc.double({ min: -400, max: 400, noNaN: true }), { minLength: 1, maxLength: 50 });

test('every value lies on the axis, and ticks stand in whole rows', () => {
  fc.assert(
    fc.property(logs, (values) => {
      const axis = chooseAxis(values);
      if (axis === null) throw new Error('there are values to show');
      for (const value of values) {
        const row = Math.floor(heightOf(axis, value));
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(axis.rows);
      }
      for (const { row, value } of ticksOf(axis)) {
        expect(Number.isInteger(row)).toBe(true);
        expect(Math.floor(heightOf(axis, value))).toBe(row);
      }
      expect(axis.rows).toBeLessThanOrEqual(11);
    }),
  );
});

test('a flat profile is not blown up: the axis spans two decades at least', () => {
  const axis = chooseAxis([-2.01, -2, -1.99]);
  expect(axis).toMatchObject({ low: -3, high: -1, step: 1 });
});

test('no finite value, no axis', () => {
  expect(chooseAxis([Number.NaN, Number.POSITIVE_INFINITY])).toBeNull();
});
