import { type EndLabel, endLabels } from '../frame/end-labels.ts';
import { type Area, isNumber, type Layer, type Row } from '../frame/layer.ts';
import { type Axes, lineMark, type Stroke, usualWidth } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { lastOf } from './ends-of.ts';

/** One line of a panel: its column, the name at its end, notes below the name, its look. A line without a name is explained elsewhere. */
export type Series = readonly [field: string, name: string | null, notes: readonly string[], stroke: Stroke];

/** The numbers that a scale for these lines must hold. */
export const valuesOf = (rows: readonly Row[], series: readonly Series[]): readonly (number | null)[] =>
  rows.flatMap((row) => series.map(([field]) => asNumber(row[field])));

/** The lines of a panel, their names where they end. */
export const drawSeries = (
  series: readonly Series[],
  rows: readonly Row[],
  axes: Axes,
  position: (value: number) => number,
  area: Area,
): readonly Layer[] => {
  const labels = series.flatMap(([field, name, notes, { colour, dash = [], width = usualWidth }]): readonly EndLabel[] => {
    const at = lastOf(rows, field);
    return at === null || name === null ? [] : [{ name, notes, colour, dash, width, at: position(at) }];
  });
  return [{ layer: series.flatMap(([field, , , stroke]) => lineMark(rows, field, axes, stroke)) }, ...endLabels(labels, area)];
};

/** Points as long as they can be told apart. */
export const pointsOf = ({ length }: readonly Row[]): Pick<Stroke, 'hasPoints'> => ({ hasPoints: length <= 60 });

/** How theory's line looks in every panel. */
export const dashed = ({ theory }: Theme): Stroke => ({ colour: theory, dash: [10, 7], width: 3, hasPoints: false });

const asNumber = (value: unknown): number | null => (typeof value === 'number' && isNumber(value) ? value : null);
