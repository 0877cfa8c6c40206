import { wholePower } from '../words/numbers.ts';
import { type LabelledScale, labelledScale, type Reach } from './labelled-scale.ts';
import { type Area, isNumber } from './layer.ts';

/** **Unit** decades: less would blow up the noise of a flat line. */
const smallestSpan = 2;

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * The scale of log₁₀ values that shows all of `values` in `area`; what is not finite is left out. Its numbers are powers of
 * ten: it reaches where a log scale of floating point numbers cannot.
 */
export const powerScale = (values: readonly (number | null)[], title: string, area: Area): LabelledScale =>
  labelledScale(fit(values.filter(isNumber), area.bottom - area.top), wholePower, title, area);

const fit = (values: readonly number[], height: number): Reach => {
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
