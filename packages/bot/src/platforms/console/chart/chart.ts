import type { Paint } from '../screen.ts';
import { type Axis, chooseAxis, heightOf, ticksOf } from './axis.ts';
import { type Canvas, characterAt, createCanvas, setDot, setLine } from './canvas.ts';
import { hasGap, type Layout, labelsOf, layOut, meanAt, type Point } from './layout.ts';

/** What a chart shows: log₁₀ of the signal, layer by layer, the first layer first. */
export interface ChartInput {
  /** Null: exactly zero or not finite. */
  readonly measured: readonly (number | null)[];
  /** Null: there is no theory. */
  readonly theory: readonly (number | null)[] | null;
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

/** log₁₀ of the smallest positive float32, 2⁻¹⁴⁹. */
const float32Floor = -149 * Math.log10(2);
/** Columns between two marks of the theory. */
const theoryStride = 4;

/** Everything a chart draws with: in Unicode, or in ASCII. */
const glyphs = {
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
type Glyphs = (typeof glyphs)[keyof typeof glyphs];

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
    return side + paintRow(row, { canvas, marks, layout, glyph, style, floorRow: floorRow(axis, isEmpty) });
  });
  return [...body, ...footer(layout, margin, glyph, style), legend(input, layout, axis, glyph, style, margin)];
};

/** `10⁻⁷`, or `1e-7` in ASCII. */
export const powerOfTen = (exponent: number, isUnicode: boolean): string => {
  if (!isUnicode) return `1e${exponent}`;
  return `10${[...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('')}`;
};

/** The cells that hold a mark of their own: measured points, theory, layers without a number. */
const markCells = (input: ChartInput, axis: Axis, layout: Layout, glyph: Glyphs): ReadonlyMap<string, string> => {
  const marks = new Map<string, string>();
  const mark = (point: Point, row: number, character: string): unknown => marks.set(`${Math.floor(point.x)},${row}`, character);
  const rowOf = (value: number): number => Math.floor(heightOf(axis, value));
  for (const point of layout.points.filter((each) => hasGap(input.measured, each))) mark(point, axis.rows - 1, glyph.gap);
  const measuredRow = (point: Point): number | null => {
    const value = layout.isSparse ? meanAt(input.measured, point) : null;
    return value === null ? null : rowOf(value);
  };
  for (const point of layout.points) {
    const row = measuredRow(point);
    if (row !== null) mark(point, row, glyph.point);
  }
  for (const { point, value } of theoryPoints(input, layout)) {
    const row = rowOf(value);
    mark(point, row, row === measuredRow(point) ? glyph.both : glyph.theory);
  }
  return marks;
};

/** Where the theory is marked: at every layer with room of its own, else at some. */
const theoryPoints = ({ theory }: ChartInput, layout: Layout): readonly { readonly point: Point; readonly value: number }[] => {
  const apart = layout.isSparse ? 1 : theoryStride;
  let next = 0;
  return layout.points.flatMap((point) => {
    const value = theory === null || point.x < next ? null : meanAt(theory, point);
    if (value === null) return [];
    next = Math.floor(point.x) + apart;
    return [{ point, value }];
  });
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

const floorRow = (axis: Axis, isEmpty: boolean): number | null =>
  isEmpty || axis.low > float32Floor || axis.high < float32Floor ? null : Math.floor(heightOf(axis, float32Floor));

/** The axis under the chart and the numbers of the layers. */
const footer = (layout: Layout, margin: number, glyph: Glyphs, style: ChartStyle): readonly string[] => {
  const labels = labelsOf(layout);
  const ticks = new Set(labels.map(({ column }) => column));
  const line = Array.from({ length: layout.columns }, (_, column) => (ticks.has(column) ? glyph.mark : glyph.line)).join('');
  let numbers = '';
  for (const { start, text } of labels) numbers = numbers.padEnd(start) + text;
  const indent = ' '.repeat(margin + 1);
  const named = margin + 2 + numbers.length + 6 <= style.columns ? `${numbers} layer` : numbers;
  return [style.paint.dim(`${indent}${glyph.corner}${line}`), style.paint.dim(`${indent} ${named}`)];
};

const legend = (input: ChartInput, layout: Layout, axis: Axis, glyph: Glyphs, style: ChartStyle, margin: number): string => {
  const { paint, accent } = style;
  const networks = input.networks === 1 ? '1 network' : `${input.networks} networks`;
  const hasTheory = input.theory?.some((value) => value !== null) ?? false;
  const parts = [
    `${accent(layout.isSparse ? glyph.point : glyph.trace)} measured (${networks})`,
    ...(hasTheory ? [`${paint.cyan(glyph.theory)} theory`] : []),
    ...(hasTheory && layout.isSparse ? [`${accent(glyph.both)} both`] : []),
    ...(input.measured.includes(null) ? [`${accent(glyph.gap)} zero or not finite`] : []),
    ...(floorRow(axis, false) === null ? [] : [`${paint.dim(glyph.floor.repeat(2))} float32 zero`]),
  ];
  return `${' '.repeat(margin + 2)}${parts.join('  ')}`;
};
