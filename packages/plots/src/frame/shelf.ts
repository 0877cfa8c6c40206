import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { type Run, runsOf } from '../words/runs.ts';
import { type Area, type Layer, rounded } from './layer.ts';
import { type Axes, boxMark, textMark } from './marks.ts';

/** What has no place on a logarithmic scale, layer by layer: a share of the networks, 0 … 1. */
export interface ShelfRow {
  readonly name: string;
  readonly note: string;
  readonly colour: string;
  readonly shares: readonly number[];
}

const rowHeight = 30;
const barHeight = 12;

/** Height that the rows take at the bottom of a plot. **Unit** pixels. */
export const shelfHeight = (rows: readonly ShelfRow[]): number => (rows.length === 0 ? 0 : rows.length * rowHeight + 14);

/** Rows below the scale for exact zero and for NaN or ∞: a solid bar where all networks are so, a faint one where some are. */
export const shelf = (rows: readonly ShelfRow[], area: Area, x: Axes['x'], theme: Theme): readonly Layer[] =>
  rows.flatMap((row, index) => {
    const top = area.bottom - (rows.length - index) * rowHeight;
    const middle = top + rowHeight / 2;
    const label = { colour: row.colour, size: sizes.note };
    return [
      boxMark([0, top + 2, area.width, top + rowHeight - 2], theme.shelf),
      ...bars(row, middle, x),
      textMark(row.name, -12, middle, { ...label, align: 'right' }),
      textMark(row.note, area.width + 14, middle, label),
    ];
  });

/** Height that the bars alone take. **Unit** pixels. */
export const barsHeight = ({ length }: readonly ShelfRow[]): number => length * barHeight;

/** The bars alone, on the lower edge of a panel that has no room for rows. */
export const shelfBars = (rows: readonly ShelfRow[], { bottom }: Area, x: Axes['x']): readonly Layer[] =>
  rows.flatMap((row, index) => bars(row, bottom - (index + 0.5) * barHeight, x));

const bars = ({ shares, colour }: ShelfRow, middle: number, x: Axes['x']): readonly Layer[] => {
  const whole = runsOf(shares.map((share) => share >= 1));
  const partial = runsOf(shares.map((share) => share > 0 && share < 1));
  return [...bar(whole, 1, middle, colour, x), ...bar(partial, 0.45, middle, colour, x)];
};

const bar = (runs: readonly Run[], opacity: number, middle: number, colour: string, x: Axes['x']): readonly Layer[] => {
  if (runs.length === 0) return [];
  return [
    {
      data: { values: runs.map(({ from, to }) => ({ layer: from + 0.75, end: to + 1.25 })) },
      mark: { type: 'rule', color: colour, opacity, strokeWidth: barHeight, clip: true },
      encoding: { x, x2: { field: 'end' }, y: { value: rounded(middle) } },
    },
  ];
};
