import type { Paint } from '../screen.ts';

/** What a chart shows: log₁₀ of the signal, layer by layer, the first layer first. */
export interface ChartInput {
  /** Null: exactly zero or not finite. */
  readonly measured: readonly (number | null)[];
  /** Null: there is no theory. */
  readonly theory: readonly (number | null)[] | null;
  /** What a place on the axis is called: `layer`, `block`, `step`. */
  readonly row: string;
  /** How many networks the measured values are the mean of. */
  readonly networks: number;
}

/** How a chart looks. */
export interface ChartStyle {
  /** **Unit** characters, labels included. */
  readonly columns: number;
  readonly isUnicode: boolean;
  readonly paint: Paint;
  /** The colour of what was measured. */
  readonly accent: (text: string) => string;
}

/** Everything a chart draws with: in Unicode, or in ASCII. */
export const glyphs = {
  unicode: {
    point: '●',
    theory: '○',
    both: '◉',
    gap: '×',
    floor: '╌',
    side: '│',
    tick: '┤',
    corner: '└',
    line: '─',
    mark: '┬',
    trace: '⠒⠒',
  },
  ascii: {
    point: '*',
    theory: 'o',
    both: '@',
    gap: 'x',
    floor: '-',
    side: '|',
    tick: '+',
    corner: '+',
    line: '-',
    mark: '+',
    trace: '..',
  },
} as const;
export type Glyphs = (typeof glyphs)[keyof typeof glyphs];
