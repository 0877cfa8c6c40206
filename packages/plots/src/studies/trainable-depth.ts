import type { Curve, SweepReport } from '@vanish/core';
import { type Area, isNumber, type Layer } from '../frame/layer.ts';
import { pointMark, ruleMark } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { seriesLook } from './many-lines.ts';
import { rangeOf, shareOf } from './swept-axis.ts';

/** How deep theory trains a curve, and where that lies along the axis. */
interface Reach {
  readonly index: number;
  /** **Range** 0 … 1 */
  readonly share: number;
}

/** Where depth is swept: the curves that theory stops training within the range. */
export const reachesOf = ({ axis, curves }: SweepReport): readonly Reach[] =>
  curves.flatMap(({ trainableDepth }, index) => {
    if (!isNumber(trainableDepth)) return [];
    const share = shareOf(axis, rangeOf(axis), trainableDepth);
    return share < 0 || share > 1 ? [] : [{ index, share }];
  });

/** Upright lines that carry the points of their curves at the top. */
export const reachMarks = (report: SweepReport, { width, top, bottom }: Area, theme: Theme): readonly Layer[] =>
  reachesOf(report).flatMap(({ index, share }) => {
    const { colour, shape } = seriesLook(index, theme);
    return [
      ruleMark([share * width, top, share * width, bottom], { colour, dash: [2, 4], width: 2 }),
      pointMark(shape, share * width, top, colour),
    ];
  });

/** The depth in words, also where it lies beyond what was swept. */
export const reachNote = ({ trainableDepth }: Curve): readonly string[] => {
  if (!isNumber(trainableDepth)) return [];
  const digits = trainableDepth < 10 ? trainableDepth.toFixed(1) : trainableDepth.toFixed(0);
  return [trainableDepth < 1e4 ? `6 ξ = ${digits}` : '6 ξ > 10 000'];
};
