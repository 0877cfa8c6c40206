import { short } from '../printers/tell.ts';
import type { Paint } from '../screen.ts';
import { wrap } from '../wrap.ts';
import { belowAxis } from './below-axis.ts';
import { fillLines } from './fill-lines.ts';

/** A value of a map, as a terminal shows it. */
export interface MapCells {
  /** rows[y][x], lowest y first. Null: not measured. NaN: measured, and not finite. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** Cells that theory's edge of chaos passes. */
  readonly edge: ReadonlySet<string>;
  readonly x: MapAxis;
  readonly y: MapAxis;
}

interface MapAxis {
  readonly key: string;
  readonly values: readonly number[];
}

/** From where on a slope counts as the next shade. **Unit** decades per layer. */
const limits = [0.01, 0.03, 0.1, 0.3] as const;

/** Textures tell fading from growing where there is no colour: the one is filled, the other hatched. */
const glyphs = {
  unicode: { fades: ['░', '▒', '▓', '█'], grows: ['╱', '╳', '▞', '◆'], flat: '·', missing: ' ', broken: '?', edge: '○' },
  ascii: { fades: ['.', ':', '=', '#'], grows: ['/', 'x', 'X', '%'], flat: '_', missing: ' ', broken: '?', edge: 'o' },
} as const;

/** How a map is shown. */
export interface CellsStyle {
  readonly columns: number;
  readonly isUnicode: boolean;
  readonly paint: Paint;
}

/** The lines of a heat map: decades per layer over two keys, rows from the top. */
export const drawCells = ({ rows, edge, x, y }: MapCells, style: CellsStyle): readonly string[] => {
  const { paint, isUnicode } = style;
  const margin = Math.max(y.key.length, ...y.values.map((value) => short(value).length));
  const width = Math.max(1, Math.min(3, Math.floor((style.columns - margin - 3) / x.values.length)));
  const labelled = labelRows(y.values.length);
  const body = [...rows.keys()].reverse().map((row) => {
    const label = labelled.has(row) ? short(y.values[row] ?? 0) : '';
    const cells = (rows[row] ?? []).map((value, column) => paintCell(value, edge.has(`${column},${row}`), width, style));
    return `${paint.dim(`${label.padStart(margin)} ${isUnicode ? '│' : '|'}`)}${cells.join('')}`.trimEnd();
  });
  const total = width * x.values.length;
  const ends = [short(x.values[0] ?? 0), short(x.values.at(-1) ?? 0)] as const;
  return [
    paint.dim(y.key.padStart(margin)),
    ...body,
    paint.dim(`${' '.repeat(margin + 1)}${isUnicode ? '└' : '+'}${(isUnicode ? '─' : '-').repeat(total)}`),
    paint.dim(`${' '.repeat(margin + 2)}${belowAxis(ends, x.key, total)}`),
    ...legend(edge.size > 0, rows.flat(), style, style.columns - margin - 2).map((line) => `${' '.repeat(margin + 2)}${line}`),
  ];
};

const paintCell = (value: number | null, isEdge: boolean, width: number, { isUnicode, paint }: CellsStyle): string => {
  const glyph = isUnicode ? glyphs.unicode : glyphs.ascii;
  const [text, ink] = look(value, glyph, paint);
  if (!isEdge) return ink(text.repeat(width));
  const mark = paint.bold(glyph.edge);
  return width === 1 ? mark : `${mark}${ink(text.repeat(width - 1))}`;
};

type Look = readonly [string, (text: string) => string];

const look = (value: number | null, glyph: (typeof glyphs)[keyof typeof glyphs], paint: Paint): Look => {
  if (value === null) return [glyph.missing, (text) => text];
  if (!Number.isFinite(value)) return [glyph.broken, paint.redBright];
  const shade = limits.filter((limit) => Math.abs(value) >= limit).length;
  if (shade === 0) return [glyph.flat, paint.green];
  return value < 0 ? [glyph.fades[shade - 1] ?? '#', paint.blueBright] : [glyph.grows[shade - 1] ?? '%', paint.redBright];
};

/** Every row is named where there are few, else every so many, and both ends. */
const labelRows = (count: number): ReadonlySet<number> => {
  const every = Math.ceil(count / 8);
  return new Set(Array.from({ length: count }, (_, row) => row).filter((row) => row % every === 0 || row === count - 1));
};

const legend = (
  hasEdge: boolean,
  values: readonly (number | null)[],
  { isUnicode, paint }: CellsStyle,
  room: number,
): readonly string[] => {
  const glyph = isUnicode ? glyphs.unicode : glyphs.ascii;
  const numbers = values.filter((value) => value !== null);
  const [least = 0] = limits;
  const entries = [
    { mark: glyph.fades.join(''), ink: paint.blueBright, words: 'fades', isShown: numbers.some((value) => value <= -least) },
    { mark: glyph.flat, ink: paint.green, words: 'flat', isShown: numbers.some((value) => Math.abs(value) < least) },
    { mark: glyph.grows.join(''), ink: paint.redBright, words: 'grows', isShown: numbers.some((value) => value >= least) },
    { mark: glyph.broken, ink: paint.redBright, words: 'not finite', isShown: numbers.some((value) => !Number.isFinite(value)) },
    { mark: glyph.edge, ink: paint.bold, words: 'edge of chaos, by theory', isShown: hasEdge },
  ].filter(({ isShown }) => isShown);
  return [...fillLines(entries, room), ...wrap(`shades from ${limits.join(', ')} decades per layer on`, room).map(paint.dim)];
};
