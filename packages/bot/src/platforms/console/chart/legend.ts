import type { Axis } from './axis.ts';
import { type ChartInput, type ChartStyle, glyphs } from './chart-input.ts';
import { floorRow } from './float32-floor.ts';
import type { Layout } from './layout.ts';

/** What the marks of a chart mean, in as many lines as the width takes. */
export const legend = (input: ChartInput, layout: Layout, axis: Axis, style: ChartStyle, margin: number): readonly string[] => {
  const { paint, accent, isUnicode } = style;
  const glyph = isUnicode ? glyphs.unicode : glyphs.ascii;
  const networks = input.networks === 1 ? '1 network' : `${input.networks} networks`;
  const hasTheory = input.theory?.some((value) => value !== null) ?? false;
  const entries: readonly LegendEntry[] = [
    { mark: layout.isSparse ? glyph.point : glyph.trace, ink: accent, words: `measured (${networks})`, isShown: true },
    { mark: glyph.theory, ink: paint.cyan, words: 'theory', isShown: hasTheory },
    { mark: glyph.both, ink: accent, words: 'both', isShown: hasTheory && layout.isSparse },
    { mark: glyph.gap, ink: accent, words: 'zero or not finite', isShown: input.measured.includes(null) },
    { mark: glyph.floor.repeat(2), ink: paint.dim, words: 'float32 zero', isShown: floorRow(axis) !== null },
  ];
  return fill(
    entries.filter(({ isShown }) => isShown),
    style.columns - margin - 2,
  ).map((line) => ' '.repeat(margin + 2) + line);
};

interface LegendEntry {
  readonly mark: string;
  readonly ink: (text: string) => string;
  readonly words: string;
  readonly isShown: boolean;
}

/** Entries side by side, as many as fit; colour codes take no room. */
const fill = (entries: readonly LegendEntry[], room: number): readonly string[] => {
  const lines: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { mark, ink, words } of entries) {
    const text = `${ink(mark)} ${words}`;
    const width = mark.length + 1 + words.length;
    const isNew = used + 2 + width > room;
    used = isNew ? width : used + 2 + width;
    lines.push(isNew ? text : `${lines.pop()}  ${text}`);
  }
  return lines;
};
