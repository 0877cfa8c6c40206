import type { Axis } from './axis.ts';
import { type ChartInput, type ChartStyle, glyphs } from './chart-input.ts';
import { type Entry, fillLines } from './fill-lines.ts';
import { floorRow } from './float32-floor.ts';
import type { Layout } from './layout.ts';

/** What the marks of a chart mean, in as many lines as the width takes. */
export const legend = (input: ChartInput, layout: Layout, axis: Axis, style: ChartStyle, margin: number): readonly string[] => {
  const { paint, accent, isUnicode } = style;
  const glyph = isUnicode ? glyphs.unicode : glyphs.ascii;
  const networks = input.networks === 1 ? '1 network' : `${input.networks} networks`;
  const hasTheory = input.theory?.some((value) => value !== null) ?? false;
  const entries: readonly (Entry & { readonly isShown: boolean })[] = [
    { mark: layout.isSparse ? glyph.point : glyph.trace, ink: accent, words: `measured (${networks})`, isShown: true },
    { mark: glyph.theory, ink: paint.cyan, words: 'theory', isShown: hasTheory },
    { mark: glyph.both, ink: accent, words: 'both', isShown: hasTheory && layout.isSparse },
    { mark: glyph.gap, ink: accent, words: 'zero or not finite', isShown: input.measured.includes(null) },
    { mark: glyph.floor.repeat(2), ink: paint.dim, words: 'float32 zero', isShown: floorRow(axis) !== null },
  ];
  const shown = entries.filter(({ isShown }) => isShown);
  return fillLines(shown, style.columns - margin - 2, 2).map((line) => ' '.repeat(margin + 2) + line);
};
