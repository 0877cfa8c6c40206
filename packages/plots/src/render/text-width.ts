import type { Weight } from '../theme/typography.ts';
import { advances } from './advances.ts';

/** Width of a line of Inter: the sum of its advances, kerning left out. **Unit** pixels. */
export const textWidth = (text: string, size: number, weight: Weight = 400): number => {
  const widths = weight === 600 ? semibold() : regular();
  return ([...text].reduce((sum, character) => sum + (widths.get(character) ?? unknownAdvance), 0) * size) / 1000;
};

/** A full em: what is not in Inter is set in DejaVu Sans or as an ideograph, and may be that wide. */
const unknownAdvance = 1000;

const once = (weight: 'regular' | 'semibold'): (() => ReadonlyMap<string, number>) => {
  let table: ReadonlyMap<string, number> | undefined;
  return () => {
    table ??= new Map([...advances.characters].map((character, index) => [character, advances[weight][index] ?? unknownAdvance]));
    return table;
  };
};

const regular = once('regular');
const semibold = once('semibold');
