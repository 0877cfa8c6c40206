import { createRequire } from 'node:module';
import fc from 'fast-check';
import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { measureAdvances } from '../../scripts/measure-advances.ts';
import { advances } from './advances.ts';
import { textWidth } from './text-width.ts';
import { balance, wrap } from './wrap.ts';

test('the table holds the advances of the installed Inter', () => {
  expect(advances).toEqual(measureAdvances());
});

test.each([
  ['400Regular/Inter_400Regular.ttf', 400],
  ['600SemiBold/Inter_600SemiBold.ttf', 600],
] as const)('widths agree with fontkit laying out %s', (file, weight) => {
  const font = openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`));
  if (!('layout' in font)) throw new Error('a collection');
  const text = 'Vanishing: over 10 layers the gradient shrinks 4.7·10⁵-fold, to 2.7·10⁻⁹ at dense 1.';
  const exact = (font.layout(text).advanceWidth * 30) / font.unitsPerEm;
  // kerning and contextual forms, which the table leaves out, are worth less than 2 %
  expect(Math.abs(textWidth(text, 30, weight) / exact - 1)).toBeLessThan(0.02);
});

test('wrapped lines fit, are few enough, and lose nothing unless an ellipsis says so', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 80, max: 600 }),
      fc.integer({ min: 1, max: 4 }),
      (text, width, lines) => {
        for (const wrapped of [wrap(text, { width, size: 20, lines }), balance(text, { width, size: 20, lines })]) {
          expect(wrapped.length).toBeLessThanOrEqual(lines);
          for (const line of wrapped) expect(textWidth(line, 20)).toBeLessThanOrEqual(width);
          const kept = wrapped.join('').replace(/\s/gu, '');
          const whole = text.replace(/\s/gu, '');
          if (wrapped.at(-1)?.endsWith('…') === true && kept !== whole) expect(whole.startsWith(kept.slice(0, -1))).toBe(true);
          else expect(kept).toBe(whole);
        }
      },
    ),
  );
});

test('a balanced headline leaves no single word behind', () => {
  const lines = balance('Exploding: over 50 layers the gradient grows 2.0·10⁹-fold, to 2.6·10⁷ at dense 1.', {
    width: 1120,
    size: 30,
    weight: 600,
    lines: 2,
  });
  const [first = 0, second = 0] = lines.map((line) => textWidth(line, 30, 600));
  expect(lines).toHaveLength(2);
  expect(Math.min(first, second) / Math.max(first, second)).toBeGreaterThan(0.7);
});

test('ten million characters are wrapped like the first few', () => {
  const lines = wrap('depth=10 '.repeat(1_200_000), { width: 500, size: 20, lines: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]?.endsWith('…')).toBe(true);
});
