import { type EndLabel, endLabels } from '../frame/end-labels.ts';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { type Axes, bandMark, lineMark } from '../frame/marks.ts';
import { lastOf } from '../plots/ends-of.ts';
import { wrap } from '../render/wrap.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';

/** One of several lines of a panel. Its rows have a `layer`, which counts them, and columns `mean`, `low`, `high` and `theory`. */
export interface ManyLine {
  readonly name: string;
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

/** How lines are told apart where there is no colour. */
const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
  'triangle-left',
] as const;

/** Colours of as many series as a picture tells apart, in the order in which they are taken. */
export const seriesColours = ({ measured, theory, second, zero, limit, broken, text, quiet }: Theme): readonly string[] => [
  measured,
  theory,
  second,
  zero,
  limit,
  broken,
  text,
  quiet,
];

/** Series beyond which bands only clutter. */
const mostBands = 4;
/** Points beyond which they melt into the line. */
const mostPoints = 24;
/** Room for a name right of a panel. **Unit** pixels. */
const nameWidth = 156;
/** Between one name and the next. **Unit** pixels. */
const nameGap = 10;

/** Several lines in one panel, measured with their deviation and as theory has them (thin and dashed), named where they end. */
export const manyLines = (
  lines: readonly ManyLine[],
  axes: Axes,
  { area, scale, theme }: { readonly area: Area; readonly scale: Scale; readonly theme: Theme },
): readonly Layer[] => {
  const colours = seriesColours(theme);
  const inside = lines.map((line) => ({ ...line, rows: line.rows.map((row) => within(row, scale)) }));
  const colourOf = (index: number): string => colours[index % colours.length] ?? theme.measured;
  const measured = inside.flatMap(({ rows }, index): readonly Layer[] => {
    const colour = colourOf(index);
    const shape = shapes[index % shapes.length] ?? 'circle';
    return [
      ...(lines.length <= mostBands ? bandMark(rows, ['low', 'high'], axes, { colour, opacity: 0.16 }) : []),
      ...lineMark(rows, 'mean', axes, { colour, shape, hasPoints: rows.length <= mostPoints }),
    ];
  });
  // above the lines, which it lies on where theory is right
  const theory = inside.flatMap(({ rows }): readonly Layer[] =>
    rows.some((row) => row['theory'] != null)
      ? lineMark(rows, 'theory', axes, { colour: theme.text, dash: [3, 6], width: 1.6, hasPoints: false })
      : [],
  );
  return [{ layer: [...measured, ...theory] }, ...endLabels(namesOf(inside, { area, position: scale.position, colourOf }), area)];
};

/** Where a panel ends, and what it does to a number. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly position: (value: number) => number;
}

/** What bursts out of a panel ends at its border: a picture is cut at its own edge alone. */
const within = (row: Row, { low, high }: Scale): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      columns.includes(field) && typeof value === 'number' ? Math.min(Math.max(value, low), high) : value,
    ]),
  );

const columns: readonly string[] = ['mean', 'low', 'high', 'theory'];

/** Names with as many notes as there is room for; where there is none, in one line. */
const namesOf = (
  lines: readonly ManyLine[],
  {
    area,
    position,
    colourOf,
  }: { readonly area: Area; readonly position: (value: number) => number; readonly colourOf: (index: number) => string },
): readonly EndLabel[] => {
  const named = lines.filter(({ name }) => name !== '').length;
  const room = Math.floor((area.bottom - area.top + sizes.noteLine) / Math.max(1, named) - nameGap);
  const most = Math.max(1, Math.floor(room / sizes.noteLine));
  return lines.flatMap(({ name, notes, rows }, index): readonly EndLabel[] => {
    const at = lastOf(rows, 'mean') ?? lastOf(rows, 'theory');
    if (at === null || name === '') return [];
    const forName = most > notes.length + 1 ? 2 : 1;
    const [first = '', ...more] = wrap(name, { width: nameWidth, size: sizes.note, weight: 600, lines: forName });
    return [{ name: first, notes: [...more, ...notes].slice(0, most - 1), colour: colourOf(index), at: position(at) }];
  });
};
