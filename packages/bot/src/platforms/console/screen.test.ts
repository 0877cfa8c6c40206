import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAscii } from './screen.ts';

/** Any code point; fast-check's own `binary` unit takes seconds to set up. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) });

test('mathematics survives as a keyboard writes it', () => {
  expect(toAscii('E φ′² × σ_w² = 10⁻⁷ ≠ 0 — “dead” …')).toBe(`E phi'^2 x sigma_w^2 = 10^-7 != 0 - "dead" ...`);
});

test('powers of ten keep their times sign', () => {
  expect(toAscii('6.2·10⁻⁴ · sgd')).toBe('6.2x10^-4 . sgd');
});

test('accents fall off, and what has no likeness becomes a question mark', () => {
  expect(toAscii('é 漢')).toBe('e ?');
});

test('whatever comes in, ASCII comes out, and ASCII stays as it was', () => {
  fc.assert(
    fc.property(anyText, fc.string({ unit: 'grapheme-ascii' }), (anything, ascii) => {
      expect(/^\p{ASCII}*$/u.test(toAscii(anything))).toBe(true);
      expect(toAscii(ascii)).toBe(ascii);
    }),
  );
});
