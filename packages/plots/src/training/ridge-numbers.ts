import { type Area, isNumber, type Layer } from '../frame/layer.ts';
import { textMark } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { percent, powerOfTen } from '../words/numbers.ts';
import type { Curve } from './histogram-rows.ts';

/** The medians right of the ridge, and what share of the entries the last curve lacks. */
export const ridgeNumbers = (
  first: Curve | undefined,
  last: Curve | undefined,
  { width, top, bottom }: Area,
  { quiet, measured, zero, broken }: Theme,
): readonly Layer[] => {
  const line = (text: string, colour: string, weight: 400 | 600 = 400) => ({ text, colour, weight });
  const arrow = isNumber(first?.median) ? '→ ' : '';
  const lines = [
    ...(isNumber(first?.median) ? [line(powerOfTen(first.median), quiet)] : []),
    ...(isNumber(last?.median) ? [line(`${arrow}${powerOfTen(last.median)}`, measured, 600)] : []),
    ...(last !== undefined && last.zero > 0 ? [line(`${percent(last.zero)} exactly zero`, zero)] : []),
    ...(last !== undefined && last.broken > 0 ? [line(`${percent(last.broken)} NaN or ∞`, broken)] : []),
  ];
  // four lines do not fit beside a ridge: what is broken says more than where the others began
  const shown = lines.slice(-3);
  const middle = (top + bottom) / 2;
  return shown.map(({ text, colour, weight }, index) =>
    textMark(text, width + 24, middle + (index - (shown.length - 1) / 2) * sizes.noteLine, { colour, weight, size: sizes.note }),
  );
};
