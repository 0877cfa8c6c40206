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

/** Series beyond which bands and second lines only clutter, and names take one line each. */
const mostRoomy = 4;
/** Points beyond which they melt into the line. */
const mostPoints = 40;
/** Room for a name right of a panel. **Unit** pixels. */
const nameWidth = 158;

/** Several lines in one panel, measured with their deviation and as theory has them (thin and dashed), named where they end. */
export const manyLines = (
  lines: readonly ManyLine[],
  axes: Axes,
  { area, position, theme }: { readonly area: Area; readonly position: (value: number) => number; readonly theme: Theme },
): readonly Layer[] => {
  const isRoomy = lines.length <= mostRoomy;
  const colours = seriesColours(theme);
  const hasTheory = lines.some(({ rows }) => rows.some((row) => row['theory'] != null));
  const drawn = lines.flatMap(({ rows }, index): readonly Layer[] => {
    const colour = colours[index % colours.length] ?? theme.measured;
    const look = { colour, shape: shapes[index % shapes.length] ?? 'circle' };
    return [
      ...(isRoomy ? bandMark(rows, ['low', 'high'], axes, { colour, opacity: 0.16 }) : []),
      ...(hasTheory ? lineMark(rows, 'theory', axes, { colour, dash: [4, 6], width: 2, hasPoints: false }) : []),
      ...lineMark(rows, 'mean', axes, { ...look, hasPoints: rows.length <= mostPoints }),
    ];
  });
  const labels = lines.flatMap(({ name, notes, rows }, index): readonly EndLabel[] => {
    const at = lastOf(rows, 'mean') ?? lastOf(rows, 'theory');
    if (at === null || name === '') return [];
    const [first = '', ...more] = wrap(name, { width: nameWidth, size: sizes.note, weight: 600, lines: isRoomy ? 2 : 1 });
    return [
      {
        name: first,
        notes: isRoomy ? [...more, ...notes] : [],
        colour: colours[index % colours.length] ?? theme.measured,
        at: position(at),
      },
    ];
  });
  return [{ layer: [...drawn] }, ...endLabels(labels, area)];
};
