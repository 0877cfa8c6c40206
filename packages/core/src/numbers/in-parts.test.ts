import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inParts } from './in-parts.ts';

test('pieces of one length but for the last, no more than asked for, that are the list again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (list, parts) => {
      const pieces = inParts(list, parts);
      expect(pieces.flat()).toEqual(list);
      expect(pieces.length).toBeLessThanOrEqual(parts);
      const lengths = pieces.map(({ length }) => length);
      expect(new Set(lengths.slice(0, -1)).size).toBeLessThanOrEqual(1);
      expect(lengths.at(-1)).toBeGreaterThan(0);
      expect(lengths.at(-1)).toBeLessThanOrEqual(lengths[0] as number);
    }),
  );
});
