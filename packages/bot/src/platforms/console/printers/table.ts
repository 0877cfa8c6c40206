import type { Screen } from '../screen.ts';

/** A column of a table: what stands in it, and where. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The widest it may be; what is longer is cut. */
  readonly most?: number;
}

/** A cell: plain text, and the ink it is written with. */
export interface Cell {
  readonly text: string;
  readonly ink?: (text: string) => string;
}

/** Wider lines are hard to read. */
const widest = 100;

/** Lines of a table; columns at the end are left out where there is no room. */
export const drawTable = (columns: readonly Column[], rows: readonly (readonly Cell[])[], screen: Screen): readonly string[] => {
  const room = Math.min(screen.columns, widest) - 3;
  const ellipsis = screen.isUnicode ? '…' : '...';
  const widths = columns.map(({ title, most = Number.POSITIVE_INFINITY }, index) =>
    Math.min(most, Math.max(title.length, ...rows.map((row) => (row[index]?.text ?? '').length))),
  );
  const shown = columns.flatMap((_, index) =>
    sum(widths.slice(0, index + 1)) + gap * index <= room || index === 0 ? [index] : [],
  );
  const pad = (text: string, index: number): string => {
    const width = Math.min(widths[index] ?? 0, room);
    const fitting = text.length <= width ? text : `${text.slice(0, Math.max(0, width - ellipsis.length))}${ellipsis}`;
    return columns[index]?.align === 'right' ? fitting.padStart(width) : fitting.padEnd(width);
  };
  const line = (texts: readonly string[]): string => texts.join(' '.repeat(gap)).trimEnd();
  return [
    screen.paint.dim(line(shown.map((index) => pad(columns[index]?.title ?? '', index)))),
    ...rows.map((row) =>
      line(
        shown.map((index) => {
          const { text = '', ink = (plain: string) => plain } = row[index] ?? {};
          return ink(pad(text, index));
        }),
      ),
    ),
  ];
};

const gap = 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
