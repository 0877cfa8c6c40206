import type { Json } from '../picture.ts';
import { wholePower } from '../words/numbers.ts';
import { type Area, isNumber } from './layer.ts';

/** A vertical scale of log₁₀ values, whose numbers are powers of ten: it reaches where a log scale of floating point numbers cannot. */
export interface PowerScale {
  readonly low: number;
  readonly high: number;
  /** Vertical position of a log₁₀ value. **Unit** pixels. */
  readonly position: (log10: number) => number;
  /** The vertical channel of a layer. */
  readonly encode: (field: string) => Readonly<Record<string, Json>>;
}

/** **Unit** decades: less would blow up the noise of a flat line. */
const smallestSpan = 2;

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The scale that shows all of `values` in `area`; what is not finite is left out. */
export const powerScale = (values: readonly (number | null)[], title: string, area: Area): PowerScale => {
  const { low, high, ticks } = fit(values.filter(isNumber), area.bottom - area.top);
  const scale = { domain: [low, high], range: [area.bottom, area.top], zero: false, nice: false };
  const labels = Object.fromEntries(ticks.map((tick) => [String(tick), wholePower(tick)]));
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
    position: (log10) => area.bottom - ((log10 - low) / (high - low)) * (area.bottom - area.top),
    encode: (field) => ({ field, type: 'quantitative', scale, axis }),
  };
};

/** Room for the numbers left of a plot. **Unit** pixels. */
export const axisWidth = 88;

/** A vertical axis' title, lying above its numbers where it can be read without turning one's head. */
export const panelTitle = (title: string, area: Area): Readonly<Record<string, Json>> => ({
  title,
  titleAlign: 'left',
  titleAnchor: 'start',
  titleAngle: 0,
  titleBaseline: 'bottom',
  titleX: -axisWidth,
  titleY: area.top - (area.titleGap ?? 22),
});

const fit = (values: readonly number[], height: number): { low: number; high: number; ticks: readonly number[] } => {
  const [least, most] = values.length === 0 ? [-3, 0] : [min(values), max(values)];
  const slack = Math.max(0, smallestSpan - (most - least)) / 2;
  const span = most - least + 2 * slack;
  // what is drawn is a little longer than what is shown: 3 % at either end, and up to the next tenth of a step
  const step = steps.find((candidate) => (1.06 * span) / candidate + 0.2 <= Math.max(2.5, height / 45)) ?? 2000;
  const quantum = step / 10;
  const low = Math.floor((least - slack - span * 0.03) / quantum) * quantum;
  const high = Math.ceil((most + slack + span * 0.03) / quantum) * quantum;
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
  return { low, high, ticks };
};

const min = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value));
const max = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value));
