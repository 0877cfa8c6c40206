import { expect, test } from 'vitest';
import * as themes from './index.ts';
import type { Theme } from './theme.ts';

/** Colours that letters are set in. */
const lettering = ['text', 'quiet', 'measured', 'theory', 'second', 'limit', 'zero', 'broken'] as const;

const cases = Object.values<Theme>(themes).flatMap((theme) => lettering.map((role) => [theme.name, role, theme] as const));

test.each(cases)('%s: %s reaches the contrast of 4.5 that WCAG 2.2 asks of text (1.4.3)', (_name, role, theme) => {
  expect(contrast(theme[role], theme.background)).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.values<Theme>(themes))('$name: text on the rows for zero and on tinted ground stays readable', (theme) => {
  for (const role of ['zero', 'broken'] as const) expect(contrast(theme[role], theme.shelf)).toBeGreaterThanOrEqual(4.5);
  for (const role of ['limit', 'second'] as const) {
    expect(contrast(theme[role], blend(theme[role], theme.background, 0.12))).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(theme.quiet, blend(theme.second, theme.background, 0.12))).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.entries(themes))('%s is shelved under its name', (key, theme) => {
  expect(theme.name).toBe(key);
});

test('black on white has the contrast 21 (WCAG 2.2, definition of contrast ratio)', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const blend = (over: string, under: string, share: number): string => {
  const [below, above] = [channels(under), channels(over)];
  const mixed = above.map((channel, index) => Math.round(share * channel + (1 - share) * (below[index] ?? 0)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
};
