import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

/** Advance widths of every character that our own words use, and of those that people are likely to type. */
export const measureAdvances = (): { characters: string; regular: number[]; semibold: number[] } => {
  const regular = open('400Regular/Inter_400Regular.ttf');
  const semibold = open('600SemiBold/Inter_600SemiBold.ttf');
  const points = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
  const known = points.filter((point) => regular.hasGlyphForCodePoint(point));
  const measure = (font: Font): number[] =>
    known.map((point) => Math.round((1000 * font.glyphForCodePoint(point).advanceWidth) / font.unitsPerEm));
  return { characters: String.fromCodePoint(...known), regular: measure(regular), semibold: measure(semibold) };
};

/** ASCII, Latin-1, Greek, dashes and quotes, super- and subscripts, arrows, mathematics. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x391, 0x3c9],
  [0x2010, 0x2033],
  [0x2070, 0x209c],
  [0x2190, 0x2194],
  [0x2202, 0x2265],
] as const;

const open = (file: string): Font => {
  const font = openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`));
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} holds several fonts`);
  return font;
};
