import { writeFileSync } from 'node:fs';
import { measureAdvances } from './measure-advances.ts';

/** Writes src/render/advances.ts anew from the font files; run it after an update of the font. */
const table = measureAdvances();
const list = (values: readonly number[]): string => `[${values.join(', ')}]`;
writeFileSync(
  new URL('../src/render/advances.ts', import.meta.url),
  `/**
 * Advance widths of Inter, written by scripts/write-advances.ts: reading the font itself would cost 0.1 s on the first picture.
 * **Unit** thousandths of the font size.
 */
export const advances: {
  readonly characters: string;
  readonly regular: readonly number[];
  readonly semibold: readonly number[];
} = {
  characters: ${JSON.stringify(table.characters)},
  regular: ${list(table.regular)},
  semibold: ${list(table.semibold)},
};
`,
);
