import type { MapReport } from '@vanish/core';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { pixels } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { hasPassed } from './has-passed.ts';
import { type Colouring, type Lack, shadeChannel } from './map-colours.ts';
import { bordersOf, extentOf, shareOf } from './swept-axis.ts';

/** A box of the canvas. **Unit** pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where cells begin and end, on whole pixels: borders between them stay sharp. */
const gridOf = ({ x, y }: MapReport, area: Area) => {
  const [extentX, extentY, height] = [extentOf(x), extentOf(y), area.bottom - area.top];
  const across = bordersOf(x).map((border) => Math.round(shareOf(x, extentX, border) * area.width));
  const up = bordersOf(y).map((border) => Math.round(area.bottom - shareOf(y, extentY, border) * height));
  return {
    across,
    up,
    box: (row: number, from: number, to: number): Box => ({
      left: across[from] ?? 0,
      right: across[to] ?? 0,
      top: up[row + 1] ?? 0,
      bottom: up[row] ?? 0,
    }),
  };
};

/** Neighbours of a row that look alike are one box. */
interface Stretch {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly shade: number | Lack;
}

const stretchesOf = ({ rows }: MapReport, { shade }: Colouring): readonly Stretch[] =>
  rows.flatMap((points, row) => {
    const shadesOfRow = points.map(shade);
    const starts = shadesOfRow.flatMap((one, index) => (index === 0 || one !== shadesOfRow[index - 1] ? [index] : []));
    return starts.map((from, index) => ({
      row,
      from,
      to: starts[index + 1] ?? points.length,
      shade: shadesOfRow[from] ?? 'unmeasured',
    }));
  });

/** The cells, coloured by their number; those without one are hatched. */
export const mapCells = (report: MapReport, colouring: Colouring, area: Area, theme: Theme): readonly Layer[] => {
  const grid = gridOf(report, area);
  const stretches = stretchesOf(report, colouring);
  // each reaches under the next, which is drawn above it: no seams however a reader scales the picture
  const under = ({ left, right, top, bottom }: Box): Row => ({
    x: left,
    x2: Math.min(right + 1, area.width),
    y: Math.max(top - 1, area.top),
    y2: bottom,
  });
  const coloured = stretches.filter(({ shade }) => typeof shade === 'number');
  const values = coloured.map(({ row, from, to, shade }) => ({ ...under(grid.box(row, from, to)), shade }));
  const lacks: readonly Lack[] = ['unmeasured', 'zero', 'broken'];
  return [
    {
      data: { values },
      mark: { type: 'rect', clip: true },
      encoding: { ...pixels, x2: { field: 'x2' }, y2: { field: 'y2' }, color: shadeChannel(colouring) },
    },
    ...lacks.flatMap((lack) =>
      lackingCells(
        lack,
        stretches
          .filter(({ shade }) => shade === lack)
          .flatMap(({ row, from, to }) =>
            Array.from({ length: to - from }, (_, index) => grid.box(row, from + index, from + index + 1)),
          ),
        theme,
      ),
    ),
  ];
};

/** Boxes without a number: filled unless nothing was measured, and hatched one way or, where the gradient is not finite, both ways. */
export const lackingCells = (lack: Lack, boxes: readonly Box[], theme: Theme): readonly Layer[] => {
  if (boxes.length === 0) return [];
  const fill = { unmeasured: theme.background, zero: theme.zero, broken: theme.broken }[lack];
  const stroke = lack === 'unmeasured' ? theme.axis : theme.background;
  const strokes = boxes.flatMap(({ left, right, top, bottom }): Stroke[] => [
    [left, bottom, right, top],
    ...(lack === 'broken' ? [[left, top, right, bottom] as const] : []),
  ]);
  const values = boxes.map(({ left, right, top, bottom }) => ({ x: left, x2: right, y: top, y2: bottom }));
  return [
    {
      data: { values },
      mark: { type: 'rect', color: fill, clip: false },
      encoding: { ...pixels, x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    path(strokes, { color: stroke, strokeWidth: 1.2 }),
  ];
};

/** From here to there. **Unit** pixels. */
type Stroke = readonly [number, number, number, number];

/** Many straight strokes as a single mark, which is short however many they are. */
const path = (strokes: readonly Stroke[], look: Row): Layer => ({
  data: {
    values: strokes.flatMap(([x, y, x2, y2], index) => [
      { x, y, order: 3 * index },
      { x: x2, y: y2, order: 3 * index + 1 },
      { x: null, y: null, order: 3 * index + 2 },
    ]),
  },
  mark: { type: 'line', invalid: 'break-paths-show-domains', clip: false, strokeCap: 'round', ...look },
  encoding: { ...pixels, order: { field: 'order', type: 'quantitative' } },
});

/** A line around all cells that pass, with a rim so that it stands out from any colour. */
export const outlineOf = (report: MapReport, area: Area, theme: Theme): readonly Layer[] => {
  const strokes = bordersOfPassed(report, area);
  return strokes.length === 0 ? [] : outline(strokes, theme);
};

/** How cells that pass are set off. */
export const outline = (strokes: readonly Stroke[], { background, text }: Theme): readonly Layer[] => [
  path(strokes, { color: background, strokeWidth: 4.5 }),
  path(strokes, { color: text, strokeWidth: 1.8 }),
];

/** Between a cell that passes and one that does not, or the end of the map; of cells not measured nobody knows. */
const bordersOfPassed = (report: MapReport, area: Area): readonly Stroke[] => {
  const { across, up } = gridOf(report, area);
  const passes = (row: number, column: number): boolean | null => {
    const point = report.rows[row]?.[column];
    return point === null ? null : point !== undefined && hasPassed(point);
  };
  const isBorder = (one: boolean | null, other: boolean | null): boolean => one !== null && other !== null && one !== other;
  return [...up.entries()].flatMap(([row, y]) =>
    [...across.entries()].flatMap(([column, x]): Stroke[] => {
      const here = passes(row, column);
      const below: Stroke = [x, y, across[column + 1] ?? x, y];
      const beside: Stroke = [x, y, x, up[row + 1] ?? y];
      return [
        ...(isBorder(here, passes(row - 1, column)) ? [below] : []),
        ...(isBorder(here, passes(row, column - 1)) ? [beside] : []),
      ];
    }),
  );
};
