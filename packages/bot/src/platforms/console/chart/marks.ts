import { type Axis, heightOf } from './axis.ts';
import type { ChartInput, Glyphs } from './chart-input.ts';
import { hasGap, type Layout, meanAt, type Point } from './layout.ts';

/** Columns between two marks of the theory. */
const theoryStride = 4;

/** The cells that hold a mark of their own: measured points, theory, layers without a number. */
export const markCells = (input: ChartInput, axis: Axis, layout: Layout, glyph: Glyphs): ReadonlyMap<string, string> => {
  const marks = new Map<string, string>();
  const mark = (point: Point, row: number, character: string): unknown => marks.set(`${Math.floor(point.x)},${row}`, character);
  const rowOf = (value: number): number => Math.floor(heightOf(axis, value));
  for (const point of layout.points.filter((each) => hasGap(input.measured, each))) mark(point, axis.rows - 1, glyph.gap);
  const measuredRow = (point: Point): number | null => {
    const value = layout.isSparse ? meanAt(input.measured, point) : null;
    return value === null ? null : rowOf(value);
  };
  for (const point of layout.points) {
    const row = measuredRow(point);
    if (row !== null) mark(point, row, glyph.point);
  }
  for (const { point, value } of theoryPoints(input, layout)) {
    const row = rowOf(value);
    mark(point, row, row === measuredRow(point) ? glyph.both : glyph.theory);
  }
  return marks;
};

/** Where the theory is marked: at every layer with room of its own, else at some. */
const theoryPoints = ({ theory }: ChartInput, layout: Layout): readonly { readonly point: Point; readonly value: number }[] => {
  const apart = layout.isSparse ? 1 : theoryStride;
  let next = 0;
  return layout.points.flatMap((point) => {
    const value = theory === null || point.x < next ? null : meanAt(theory, point);
    if (value === null) return [];
    next = Math.floor(point.x) + apart;
    return [{ point, value }];
  });
};
