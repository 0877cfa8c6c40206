import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layerTicks } from './layer-axis.ts';
import { powerScale } from './power-scale.ts';

const area = { width: 850, top: 0, bottom: 440 };

const logs = fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 1, maxLength: 20 });

test('a power scale holds every value inside its area', () => {
  fc.assert(
    fc.property(logs, (values) => {
      const { position } = powerScale(values, '', area);
      for (const value of values) {
        expect(position(value)).toBeGreaterThan(area.top);
        expect(position(value)).toBeLessThan(area.bottom);
      }
    }),
  );
});

test('a power scale spans two decades at least, and has 2 to 10 numbers, all whole powers', () => {
  fc.assert(
    fc.property(logs, (values) => {
      const scale = powerScale(values, '', area);
      const { values: ticks } = scale.encode('mean')['axis'] as { values: number[] };
      expect(scale.high - scale.low).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(10);
      for (const tick of ticks) {
        expect(Number.isInteger(tick)).toBe(true);
        expect(tick).toBeGreaterThanOrEqual(scale.low);
        expect(tick).toBeLessThanOrEqual(scale.high);
      }
    }),
    // a span just below ten steps, which its margins lengthen to eleven numbers
    { examples: [[[9.611650485436895, 0]]] },
  );
});

test('values that are no numbers do not bend the scale', () => {
  const { low, high } = powerScale([null, Number.NaN, Number.NEGATIVE_INFINITY, -3, -4], '', area);
  expect([low, high]).toEqual([powerScale([-3, -4], '', area).low, powerScale([-3, -4], '', area).high]);
  expect(Number.isFinite(powerScale([], '', area).low)).toBe(true);
});

test('layers are numbered from 1 to the last, at no more than 12 places', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20000 }), (depth) => {
      const ticks = layerTicks(depth);
      expect(ticks[0]).toBe(1);
      expect(ticks.at(-1)).toBe(depth);
      expect(ticks.length).toBeLessThanOrEqual(12);
      expect([...ticks].sort((one, other) => one - other)).toEqual([...new Set(ticks)]);
    }),
  );
});
