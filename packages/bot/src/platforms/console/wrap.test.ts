import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hang, wrap } from './wrap.ts';

test('words stay whole and in order, lines stay short', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/u)), fc.integer({ min: 12, max: 60 }), (words, columns) => {
      const lines = wrap(words.join(' '), columns);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    }),
  );
});

test('a label stands once, and what follows hangs below its text', () => {
  expect(hang('cause  ', 'one two three four five', 27)).toEqual(['cause  one two three four', '       five']);
});
