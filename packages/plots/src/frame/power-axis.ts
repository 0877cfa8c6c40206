import type { Json } from '../picture.ts';
import { powerOfTen, wholePower } from '../words/numbers.ts';
import { rounded } from './layer.ts';

const steps = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];

/** A horizontal scale of log₁₀ values. */
export interface PowerAxis {
  /** The horizontal channel of a layer. */
  readonly encode: (field: string) => Readonly<Record<string, Json>>;
  /** What it puts numbers at. **Unit** log₁₀. */
  readonly ticks: readonly number[];
}

/** How many gaps there are between the numbers at most, and how wide they are at least. */
interface Spacing {
  readonly most: number;
  /** **Unit** decades. */
  readonly least: number;
}

/** The scale from one log₁₀ value to another; its numbers are powers of ten. */
export const powerAxis = ([low, high]: readonly [number, number], title: string, { most, least }: Spacing): PowerAxis => {
  const step = steps.find((candidate) => candidate >= least && (high - low) / candidate <= most) ?? 500;
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => rounded((first + index) * step));
  const label = (tick: number): string => (Number.isInteger(tick) ? wholePower(tick) : powerOfTen(tick));
  const labels = Object.fromEntries(ticks.map((tick) => [String(tick), label(tick)]));
  const scale = { domain: [low, high], nice: false, zero: false };
  const axis = {
    values: ticks,
    labelExpr: `(${JSON.stringify(labels)})['' + datum.value]`,
    grid: false,
    orient: 'bottom',
    title,
    titlePadding: 12,
  };
  return { encode: (field) => ({ field, type: 'quantitative', scale, axis }), ticks };
};
