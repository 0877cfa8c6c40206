import type { Json } from '../picture.ts';
import { signed } from '../words/numbers.ts';
import { type Area, isNumber, rounded } from './layer.ts';
import { panelTitle } from './power-scale.ts';

/** A vertical scale of plain numbers, zero among them where it is near. */
export interface NumberScale {
  readonly low: number;
  readonly high: number;
  readonly position: (value: number) => number;
  readonly encode: (field: string) => Readonly<Record<string, Json>>;
}

/** Numbers between two ticks, times a power of ten. */
const nice = [1, 2, 5, 10] as const;

/** The scale that shows all of `values` in `area`, and whatever `wanted` names besides; numbers carry their sign. */
export const numberScale = (values: readonly (number | null)[], title: string, area: Area, smallestSpan: number): NumberScale => {
  const known = values.filter(isNumber);
  const [least, most] = known.length === 0 ? [0, 0] : [Math.min(...known), Math.max(...known)];
  const slack = Math.max(0, smallestSpan - (most - least)) / 2;
  const margin = 0.05 * (most - least + 2 * slack);
  const [low, high] = [least - slack - margin, most + slack + margin];
  const step = niceStep((high - low) / Math.max(2, (area.bottom - area.top) / 46));
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => rounded((first + index) * step));
  const labels = Object.fromEntries(ticks.map((tick) => [String(tick), tick === 0 ? '0' : signed(tick)]));
  const scale = { domain: [low, high], range: [area.bottom, area.top], zero: false, nice: false };
  const axis = {
    values: ticks,
    labelExpr: `(${JSON.stringify(labels)})['' + datum.value]`,
    orient: 'left',
    domain: false,
    grid: true,
    ...panelTitle(title, area),
  };
  return {
    low,
    high,
    position: (value) => area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top),
    encode: (field) => ({ field, type: 'quantitative', scale, axis }),
  };
};

const niceStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  return (nice.find((digit) => digit * power >= least) ?? 10) * power;
};
