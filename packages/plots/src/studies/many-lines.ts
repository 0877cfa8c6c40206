import { type EndLabel, endLabels, nameOffset } from '../frame/end-labels.ts';
import { sideWidth } from '../frame/frame.ts';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { type Axes, bandMark, lineMark } from '../frame/marks.ts';
import { lastOf } from '../plots/ends-of.ts';
import { wrap } from '../render/wrap.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';

/**
 * One of several lines of a panel. Its rows have a `layer`, which counts them, and columns `mean`, `low`, `high` and `theory`; those
 * that are `isHollow` get hollow points.
 */
export interface ManyLine {
  readonly name: string;
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

/** How lines are told apart where there is no colour: by the points on them, and before their names. */
const seriesShapes = [
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

/** How a series looks, by its place among the others. */
export const seriesLook = (index: number, theme: Theme): { readonly colour: string; readonly shape: string } => {
  const colours = seriesColours(theme);
  return {
    colour: colours[index % colours.length] ?? theme.measured,
    shape: seriesShapes[index % seriesShapes.length] ?? 'circle',
  };
};

/** Series beyond which bands only clutter. */
const mostBands = 4;
/** Points on a line beyond which they would melt into it. */
const mostPoints = 24;
/** Room for a name right of a panel. **Unit** pixels. */
const nameWidth = sideWidth - nameOffset - 8;

/** Several lines in one panel, measured with their deviation and as theory has them (thin and dashed), named where they end. */
export const manyLines = (
  lines: readonly ManyLine[],
  axes: Axes,
  { area, scale, theme, named = area }: Panel,
): readonly Layer[] => {
  const inside = lines.map((line) => ({ ...line, rows: line.rows.map((row) => within(row, scale)) }));
  const measured = inside.flatMap(({ rows }, index): readonly Layer[] => {
    const { colour, shape } = seriesLook(index, theme);
    const points = {
      shape,
      hasPoints: true,
      inside: theme.background,
      every: Math.ceil(rows.length / mostPoints),
    };
    return [
      ...(lines.length <= mostBands ? bandMark(rows, ['low', 'high'], axes, { colour, opacity: 0.16 }) : []),
      ...lineMark(rows, 'mean', axes, { colour, ...points }),
    ];
  });
  // above the lines, which it lies on where theory is right
  const theory = inside.flatMap(({ rows }): readonly Layer[] =>
    rows.some((row) => row['theory'] != null)
      ? lineMark(rows, 'theory', axes, { colour: theme.text, dash: [3, 6], width: 1.6, hasPoints: false })
      : [],
  );
  return [
    { layer: [...measured, ...theory] },
    ...(named === null ? [] : endLabels(namesOf(inside, { area: named, position: scale.position, theme }), named)),
  ];
};

/** Where lines are drawn. */
interface Panel {
  readonly area: Area;
  readonly scale: Scale;
  readonly theme: Theme;
  /** What the names may lie beside; the panel itself when left out, null where another panel names the same lines. */
  readonly named?: Area | null;
}

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

/** Names in two lines where they are long, with as many notes as there is room for. */
const namesOf = (
  lines: readonly ManyLine[],
  { area, position, theme }: { readonly area: Area; readonly position: (value: number) => number; readonly theme: Theme },
): readonly EndLabel[] => {
  const room = (area.bottom - area.top + sizes.noteLine) / Math.max(1, lines.length);
  const most = Math.max(1, Math.floor(room / sizes.noteLine));
  return lines.map(({ name, notes, rows }, index): EndLabel => {
    const last = lastOf(rows, 'mean') ?? lastOf(rows, 'theory');
    const paragraph = { width: nameWidth, size: sizes.note, weight: 600, lines: Math.min(2, most) } as const;
    const [first = '', ...more] = wrap(name, paragraph);
    const all = [...more, ...notes].slice(0, most - 1);
    const at = last === null ? area.bottom : position(last);
    return { name: first, notes: all, ...seriesLook(index, theme), at };
  });
};
