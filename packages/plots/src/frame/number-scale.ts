import { signed } from '../words/numbers.ts';
import { type LabelledScale, labelledScale, type Reach } from './labelled-scale.ts';
import { type Area, isNumber, rounded } from './layer.ts';

/** Numbers between two ticks, times a power of ten. */
const nice = [1, 2, 5, 10] as const;

/** How plain numbers are shown. */
export interface NumberStyle {
  /** Less would blow up the noise of a flat line. **Unit** that of the values. */
  readonly smallestSpan: number;
  /** What is written at a tick; usually the number with its sign. */
  readonly write?: (tick: number) => string;
}

/** The scale that shows all of `values` in `area`; what is not finite is left out. */
export const numberScale = (
  values: readonly (number | null)[],
  title: string,
  area: Area,
  { smallestSpan, write = withSign }: NumberStyle,
): LabelledScale => labelledScale(fit(values.filter(isNumber), area.bottom - area.top, smallestSpan), write, title, area);

const withSign = (tick: number): string => (tick === 0 ? '0' : signed(tick));

const fit = (values: readonly number[], height: number, smallestSpan: number): Reach => {
  const [least, most] = values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
  const slack = Math.max(0, smallestSpan - (most - least)) / 2;
  const margin = 0.05 * (most - least + 2 * slack);
  const [low, high] = [least - slack - margin, most + slack + margin];
  const step = niceStep((high - low) / Math.max(2, height / 46));
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => rounded((first + index) * step));
  return { low, high, ticks };
};

const niceStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  return (nice.find((digit) => digit * power >= least) ?? 10) * power;
};
