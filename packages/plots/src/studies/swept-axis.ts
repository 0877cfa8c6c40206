import type { SweptAxis } from '@vanish/core';
import { rounded } from '../frame/layer.ts';
import type { Json } from '../picture.ts';

/** Numbers along an axis at most. */
const mostTicks = 10;

/** The channel of a swept key, horizontal or vertical: spaced as it was swept, numbers at values that were measured. */
export const sweptChannel = (
  { key, summary, values, isLogarithmic }: SweptAxis,
  field: string,
  {
    isVertical = false,
    extent = rangeOf({ values, isLogarithmic }),
    ...more
  }: {
    readonly isVertical?: boolean;
    readonly extent?: readonly [number, number];
    readonly [name: string]: Json | undefined;
  } = {},
): Readonly<Record<string, Json>> => ({
  field,
  type: 'quantitative',
  scale: {
    ...(isLogarithmic ? { type: 'log' } : { type: 'linear', zero: false }),
    domain: [...extent],
    nice: false,
    ...(more['scale'] as object | undefined),
  },
  axis: {
    values: [...ticksOf(values, isLogarithmic)],
    labelExpr: `(${JSON.stringify(labelsOf(values, isLogarithmic))})['' + datum.value]`,
    grid: false,
    orient: isVertical ? 'left' : 'bottom',
    ...(isVertical ? {} : { title: titleOf({ key, summary }), titlePadding: 12 }),
    ...(more['axis'] as object | undefined),
  },
});

/** From a little before the first value to a little behind the last: where an axis of points begins and ends. */
export const rangeOf = ({ values, isLogarithmic }: Pick<SweptAxis, 'values' | 'isLogarithmic'>): readonly [number, number] => {
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 1];
  if (isLogarithmic) {
    const margin = (high / low) ** 0.02;
    return [low / margin, high * margin];
  }
  const margin = 0.02 * (high - low);
  return [low - margin, high + margin];
};

/** Where a value lies between both ends of an axis, as it is spaced. **Range** 0 … 1 between them */
export const shareOf = (
  { isLogarithmic }: Pick<SweptAxis, 'isLogarithmic'>,
  [low, high]: readonly [number, number],
  value: number,
): number => {
  const scale = (one: number): number => (isLogarithmic ? Math.log(one) : one);
  return (scale(value) - scale(low)) / (scale(high) - scale(low));
};

/** All values where they are few, else some of them that lie apart, both ends among them. */
export const ticksOf = (values: readonly number[], isLogarithmic: boolean): readonly number[] => {
  const scale = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const [low, high] = [scale(values[0] ?? 0), scale(values.at(-1) ?? 1)];
  const apart = (high - low) / mostTicks;
  const last = values.at(-1) ?? 0;
  const ticks: number[] = [];
  for (const value of values) {
    const previous = ticks.at(-1);
    const isClear = previous === undefined || scale(value) - scale(previous) >= apart;
    if (isClear && (value === last || high - scale(value) >= apart)) ticks.push(value);
  }
  return [...new Set([...ticks, last])].map(tidy);
};

/** What a key is, without what it may be left at. */
export const titleOf = ({ key, summary }: Pick<SweptAxis, 'key' | 'summary'>): string => `${key}: ${summary.split(';')[0] ?? ''}`;

const labelsOf = (values: readonly number[], isLogarithmic: boolean): Readonly<Record<string, string>> =>
  Object.fromEntries(ticksOf(values, isLogarithmic).map((tick) => [String(tick), String(tick).replace('-', '−')]));

const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));

/** Half-way between neighbours, as the axis is spaced, and as far again beyond the ends: the borders of cells. */
export const bordersOf = ({ values, isLogarithmic }: SweptAxis): readonly number[] => {
  const scale = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const back = (value: number): number => (isLogarithmic ? Math.exp(value) : value);
  const at = values.map(scale);
  const inner = at.slice(1).map((value, index) => (value + (at[index] ?? value)) / 2);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const [before, behind] = [first - ((inner[0] ?? first + 1) - first), last + (last - (inner.at(-1) ?? last - 1))];
  return [before, ...inner, behind].map((value) => rounded(back(value)));
};

/** From the first border of cells to the last. */
export const extentOf = (axis: SweptAxis): readonly [number, number] => {
  const borders = bordersOf(axis);
  return [borders[0] ?? 0, borders.at(-1) ?? 1];
};
