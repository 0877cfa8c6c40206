import type { Json } from '../picture.ts';
import type { Area } from './layer.ts';

/** A vertical scale whose ticks say what is written at them. */
export interface LabelledScale {
  readonly low: number;
  readonly high: number;
  /** Vertical position of a value. **Unit** pixels. */
  readonly position: (value: number) => number;
  /** The vertical channel of a layer. */
  readonly encode: (field: string) => Readonly<Record<string, Json>>;
}

/** What a scale reaches, and where it is read. */
export interface Reach {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** The scale from `low` to `high` in `area`, with `write` of each tick beside it. */
export const labelledScale = (
  { low, high, ticks }: Reach,
  write: (tick: number) => string,
  title: string,
  area: Area,
): LabelledScale => {
  const scale = { domain: [low, high], range: [area.bottom, area.top], zero: false, nice: false };
  const labels = Object.fromEntries(ticks.map((tick) => [String(tick), write(tick)]));
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
