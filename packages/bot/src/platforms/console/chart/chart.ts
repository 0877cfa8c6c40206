import { type Axis, chooseAxis, heightOf, ticksOf } from './axis.ts';
import { type Canvas, characterAt, createCanvas, setDot, setLine } from './canvas.ts';
import { type ChartInput, type ChartStyle, type Glyphs, glyphs } from './chart-input.ts';
import { floorRow } from './float32-floor.ts';
import { type Layout, labelsOf, layOut, meanAt } from './layout.ts';
import { legend } from './legend.ts';
import { markCells } from './marks.ts';

export type { ChartInput, ChartStyle } from './chart-input.ts';

/** The lines of a small chart: the signal at every layer, from the input on the left to the loss on the right. */
export const drawChart = (input: ChartInput, style: ChartStyle): readonly string[] => {
  const glyph = style.isUnicode ? glyphs.unicode : glyphs.ascii;
  const numbers = [...input.measured, ...(input.theory ?? [])].filter((value): value is number => value !== null);
  const axis = chooseAxis(numbers) ?? { low: -1, high: 0, step: 1, rows: 2 };
  const isEmpty = !numbers.some(Number.isFinite);
  const labels = new Map(
    isEmpty ? [] : ticksOf(axis).map(({ row, value }) => [row, powerOfTen(value, style.isUnicode)] as const),
  );
  const margin = Math.max(0, ...[...labels.values()].map((label) => label.length));
  const layout = layOut(input.measured.length, style.columns - margin - 3);
  const marks = markCells(input, axis, layout, glyph);
  const canvas = traceMeasured(input, axis, layout, style.isUnicode);
  const body = Array.from({ length: axis.rows }, (_, row) => {
    const side = style.paint.dim(`${(labels.get(row) ?? '').padStart(margin)} ${labels.has(row) ? glyph.tick : glyph.side}`);
    return side + paintRow(row, { canvas, marks, layout, glyph, style, floorRow: isEmpty ? null : floorRow(axis) });
  });
  return [...body, ...footer(input.row, layout, { margin, glyph, style }), ...legend(input, layout, axis, style, margin)];
};

/** `10⁻⁷`, or `1e-7` in ASCII. */
export const powerOfTen = (exponent: number, isUnicode: boolean): string => {
  if (!isUnicode) return `1e${exponent}`;
  return `10${[...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('')}`;
};

const traceMeasured = (input: ChartInput, axis: Axis, layout: Layout, isUnicode: boolean): Canvas => {
  const canvas = createCanvas(layout.columns, axis.rows, isUnicode);
  let previous: readonly [number, number] | null = null;
  for (const point of layout.points) {
    const value = meanAt(input.measured, point);
    const here: readonly [number, number] | null = value === null ? null : [point.x, heightOf(axis, value)];
    if (here !== null) setDot(canvas, ...here);
    if (here !== null && previous !== null) setLine(canvas, previous, here);
    previous = here;
  }
  return canvas;
};

interface RowContext {
  readonly canvas: Canvas;
  readonly marks: ReadonlyMap<string, string>;
  readonly layout: Layout;
  readonly glyph: Glyphs;
  readonly style: ChartStyle;
  readonly floorRow: number | null;
}

/** One row of cells; neighbours of one colour share one colour code. */
const paintRow = (row: number, { canvas, marks, layout, glyph, style, floorRow }: RowContext): string => {
  const { paint, accent } = style;
  const cells = Array.from({ length: layout.columns }, (_, column) => {
    const mark = marks.get(`${column},${row}`);
    if (mark !== undefined) return { text: mark, ink: mark === glyph.theory ? paint.cyan : accent };
    const trace = characterAt(canvas, column, row);
    if (trace !== null) return { text: trace, ink: accent };
    return row === floorRow ? { text: glyph.floor, ink: paint.dim } : { text: ' ', ink: null };
  });
  let line = '';
  for (let start = 0; start < cells.length; ) {
    const ink = cells[start]?.ink ?? null;
    let end = start;
    while (end < cells.length && cells[end]?.ink === ink) end += 1;
    const text = cells
      .slice(start, end)
      .map((cell) => cell.text)
      .join('');
    line += ink === null ? text : ink(text);
    start = end;
  }
  return line.trimEnd();
};

interface FooterLook {
  readonly margin: number;
  readonly glyph: Glyphs;
  readonly style: ChartStyle;
}

/** The axis under the chart, the numbers of the layers, and what they are called. */
const footer = (row: string, layout: Layout, { margin, glyph, style }: FooterLook): readonly string[] => {
  const labels = labelsOf(layout);
  const ticks = new Set(labels.map(({ column }) => column));
  const line = Array.from({ length: layout.columns }, (_, column) => (ticks.has(column) ? glyph.mark : glyph.line)).join('');
  let numbers = '';
  for (const { start, text } of labels) numbers = numbers.padEnd(start) + text;
  const indent = ' '.repeat(margin + 1);
  const named = margin + 3 + numbers.length + row.length <= style.columns ? `${numbers} ${row}` : numbers;
  return [style.paint.dim(`${indent}${glyph.corner}${line}`), style.paint.dim(`${indent} ${named}`)];
};
