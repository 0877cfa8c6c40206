import type { Json } from '../picture.ts';

/** One layer of a Vega-Lite specification. */
export interface Layer {
  readonly [key: string]: Json;
}

/** One row of a layer's data. */
export type Row = Readonly<Record<string, Json>>;

/** Where a panel may draw. The origin is the top left corner of the plotting area. **Unit** pixels. */
export interface Area {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** How far above the panel the title of its axis ends; room for a number on the upper edge when left out. */
  readonly titleGap?: number;
}

/** A number as it goes into a specification: four digits after the point are a hundredth of a pixel. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Whether a measurement is an ordinary number; JSON turns ±∞ and NaN into null. */
export const isNumber = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);
