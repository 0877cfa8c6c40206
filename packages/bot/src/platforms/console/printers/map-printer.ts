import type { MapReport, SweptAxis } from '@vanish/core/study';
import { drawCells } from '../chart/cells.ts';
import type { Screen } from '../screen.ts';
import { printFrame } from './study-frame.ts';

const widest = 100;

/** A heat map in characters. */
export const printMap = (report: MapReport, screen: Screen): void =>
  printFrame(report, screen, { body: mapLines(report, screen) });

/** The map alone, as it stands while it is being refined, too. */
export const mapLines = ({ x, y, rows, edge }: MapReport, screen: Screen): readonly string[] =>
  drawCells(
    {
      rows: rows.map((row) => row.map((point) => (point === null ? null : (point.decadesPerLayer.value ?? Number.NaN)))),
      edge: new Set(edge.flat().map((point) => `${nearest(x, point.x)},${nearest(y, point.y)}`)),
      x,
      y,
    },
    { columns: Math.min(screen.columns, widest) - 3, isUnicode: screen.isUnicode, paint: screen.paint },
  );

/** The value of an axis that lies nearest, as the axis is spaced. */
const nearest = ({ values, isLogarithmic }: SweptAxis, value: number): number => {
  const scale = (one: number): number => (isLogarithmic ? Math.log(one) : one);
  const distances = values.map((one) => Math.abs(scale(one) - scale(value)));
  return distances.indexOf(Math.min(...distances));
};
