import type { Curve, Point, SweepReport } from '@vanish/core';
import { type Area, isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import type { Theme } from '../theme/theme.ts';
import { hasPassed } from './has-passed.ts';
import { type ManyLine, seriesLook } from './many-lines.ts';

/** What a panel shows of a point. */
interface Column {
  readonly mean: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly theory?: number | null | undefined;
}

/** The curves of a sweep as lines over their key, `x`; points that do not pass are hollow, those without a number are `isLost`. */
export const linesOf = (
  { axis, curves }: SweepReport,
  column: (point: Point) => Column,
  note: (curve: Curve) => readonly string[] = () => [],
): readonly ManyLine[] =>
  curves.map((curve) => ({
    name: curve.name === '' ? 'measured' : curve.name,
    notes: note(curve),
    rows: curve.points.map((point, index): Row => {
      const { mean, low, high, theory } = point === null ? { mean: null } : column(point);
      return {
        layer: index + 1,
        x: axis.values[index] ?? 0,
        isHollow: point !== null && !hasPassed(point),
        isLost: point !== null && !isNumber(mean),
        ...Object.fromEntries(
          Object.entries({ mean, low, high, theory }).map(([key, value]) => [key, isNumber(value) ? rounded(value) : null]),
        ),
      };
    }),
  }));

/** Every number that lines show. */
export const valuesOf = (lines: readonly ManyLine[]): readonly (number | null)[] =>
  lines.flatMap(({ rows }) =>
    rows.flatMap((row) => [row['mean'], row['theory']].map((value) => (typeof value === 'number' ? value : null))),
  );

/** Between crosses above each other, and below the lowest. **Unit** pixels. */
const [crossHeight, crossFoot] = [15, 10];

/** Crosses at the foot of a panel for points that were measured and have no number there, one above the other. */
export const lostCrosses = (lines: readonly ManyLine[], x: Row, { bottom }: Area, theme: Theme): readonly Layer[] => {
  const stacked = new Map<unknown, number>();
  return lines.flatMap(({ rows }, index): readonly Layer[] => {
    const lost = rows.filter((row) => row['isLost'] === true);
    if (lost.length === 0) return [];
    const values = lost.map((row) => {
      const below = stacked.get(row['x']) ?? 0;
      stacked.set(row['x'], below + 1);
      return { x: row['x'] ?? null, at: bottom - crossFoot - below * crossHeight };
    });
    const { colour: color } = seriesLook(index, theme);
    const mark = { type: 'point', shape: 'cross', angle: 45, filled: true, size: 110, color, opacity: 1 };
    return [{ data: { values }, mark, encoding: { x, y: { field: 'at', type: 'quantitative', scale: null, axis: null } } }];
  });
};
