import type { Paint } from '../screen.ts';
import { chooseAxis, heightOf, ticksOf } from './axis.ts';
import { belowAxis } from './below-axis.ts';
import { type Canvas, characterAt, createCanvas, setDot, setLine } from './canvas.ts';
import { type Entry, fillLines } from './fill-lines.ts';

/** A curve of a chart. */
export interface CurveInput {
  readonly name: string;
  /** In order of x. */
  readonly points: readonly CurvePoint[];
}

/** Null: there is no value here, and the curve has a gap. */
interface CurvePoint {
  /** Between the left end and the right. **Range** 0 … 1. */
  readonly x: number;
  readonly y: number | null;
}

/** How curves are shown. */
export interface CurvesStyle {
  /** **Unit** characters, labels included. */
  readonly columns: number;
  readonly isUnicode: boolean;
  readonly paint: Paint;
  /** What a tick of the vertical axis says. */
  readonly label: (value: number) => string;
  /** What stands under the horizontal axis: at its ends, and what it is. */
  readonly ends: readonly [string, string];
  readonly title: string;
}

/** Marks that tell curves apart without any colour. */
const marks = { unicode: ['●', '▲', '■', '◆', '○', '△', '□', '◇'], ascii: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] } as const;

const inks = (paint: Paint): readonly ((text: string) => string)[] => [
  paint.cyan,
  paint.yellow,
  paint.magenta,
  paint.green,
  paint.blueBright,
  paint.redBright,
  String,
  paint.gray,
];

/** The mark of a curve, and its colour. */
const lookOf = (index: number, { isUnicode, paint }: Pick<CurvesStyle, 'isUnicode' | 'paint'>): Omit<Entry, 'words'> => {
  const [glyphs, colours] = [isUnicode ? marks.unicode : marks.ascii, inks(paint)];
  return { mark: glyphs[index % glyphs.length] ?? '*', ink: colours[index % colours.length] ?? String };
};

/** Marks of one curve stand so far apart, so that two that cross are both seen. **Unit** columns. */
const stride = 6;

/** The lines of a chart with several curves, and what each mark stands for. */
export const drawCurves = (curves: readonly CurveInput[], style: CurvesStyle): readonly string[] => {
  const { isUnicode, paint } = style;
  const values = curves.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])));
  const axis = chooseAxis(values) ?? { low: -1, high: 0, step: 1, rows: 2 };
  const ticks = new Map(values.length === 0 ? [] : ticksOf(axis).map(({ row, value }) => [row, style.label(value)] as const));
  const margin = Math.max(0, ...[...ticks.values()].map((text) => text.length));
  const columns = Math.max(8, style.columns - margin - 3);
  const drawn = curves.map((curve, index) => trace(curve, index, { columns, axis, isUnicode }));
  const body = Array.from({ length: axis.rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (__, column) => cellAt(drawn, column, row, style));
    const side = `${(ticks.get(row) ?? '').padStart(margin)} ${ticks.has(row) ? (isUnicode ? '┤' : '+') : isUnicode ? '│' : '|'}`;
    return `${paint.dim(side)}${cells.join('')}`.trimEnd();
  });
  const line = (isUnicode ? '─' : '-').repeat(columns);
  return [
    ...body,
    paint.dim(`${' '.repeat(margin + 1)}${isUnicode ? '└' : '+'}${line}`),
    paint.dim(`${' '.repeat(margin + 2)}${belowAxis(style.ends, style.title, columns)}`),
    ...fillLines(namesOf(curves, style), style.columns - margin - 2).map((names) => `${' '.repeat(margin + 2)}${names}`),
  ];
};

interface Drawn {
  readonly canvas: Canvas;
  /** Columns of the marks, and their rows. */
  readonly marks: ReadonlyMap<string, number>;
  readonly index: number;
}

const trace = (
  { points }: CurveInput,
  index: number,
  {
    columns,
    axis,
    isUnicode,
  }: { readonly columns: number; readonly axis: Parameters<typeof heightOf>[0]; readonly isUnicode: boolean },
): Drawn => {
  const canvas = createCanvas(columns, axis.rows, isUnicode);
  const placed = new Map<string, number>();
  let previous: readonly [number, number] | null = null;
  let next = (index * 2) % stride;
  for (const [position, { x, y }] of points.entries()) {
    const here: readonly [number, number] | null = y === null ? null : [0.5 + x * (columns - 1), heightOf(axis, y)];
    if (here !== null) {
      setDot(canvas, ...here);
      if (previous !== null) setLine(canvas, previous, here);
      const [column, row] = here.map(Math.floor) as [number, number];
      if (column >= next || position === points.length - 1 || points.length * stride <= columns) {
        placed.set(`${column},${row}`, index);
        next = column + stride;
      }
    }
    previous = here;
  }
  return { canvas, marks: placed, index };
};

/** The mark of a curve before any trace; the first curve before the others. */
const cellAt = (drawn: readonly Drawn[], column: number, row: number, style: CurvesStyle): string => {
  const marked = drawn.find((one) => one.marks.has(`${column},${row}`));
  if (marked !== undefined) {
    const { mark, ink } = lookOf(marked.index, style);
    return ink(mark);
  }
  for (const { canvas, index } of drawn) {
    const character = characterAt(canvas, column, row);
    if (character !== null) return lookOf(index, style).ink(character);
  }
  return ' ';
};

const namesOf = (curves: readonly CurveInput[], style: CurvesStyle): readonly Entry[] =>
  curves.flatMap(({ name }, index) => (name === '' ? [] : [{ ...lookOf(index, style), words: name }]));
