import { type CurveInput, type CurvesStyle, drawCurves } from '../chart/curves.ts';
import type { Screen } from '../screen.ts';
import { wrap } from '../wrap.ts';

/** Wider charts say no more. */
const widest = 80;

/** Curves as a screen shows them, below what they are. */
export const titledCurves = (
  what: string,
  curves: readonly CurveInput[],
  axes: Pick<CurvesStyle, 'label' | 'ends' | 'title'>,
  { columns, isUnicode, paint }: Screen,
): readonly string[] => {
  const room = Math.min(columns, widest) - 3;
  return [...wrap(what, room).map(paint.dim), ...drawCurves(curves, { ...axes, columns: room, isUnicode, paint })];
};
