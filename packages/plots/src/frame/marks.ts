import type { Json } from '../picture.ts';
import { sizes, type Weight } from '../theme/typography.ts';
import { type Layer, type Row, rounded } from './layer.ts';

type Channel = Readonly<Record<string, Json>>;

/** Both positions of a layer: `x` over layers, `y` a maker of the vertical channel for a field. */
export interface Axes {
  readonly x: Channel;
  readonly y: (field: string) => Channel;
}

/** Width of a line where nobody says otherwise. **Unit** pixels. */
export const usualWidth = 3.5;

/** How a line looks. `dash` and `isDotted` tell lines apart where colours do not. */
export interface Stroke {
  readonly colour: string;
  readonly dash?: readonly number[];
  readonly width?: number;
  readonly shape?: string;
  readonly hasPoints: boolean;
  /** Points of rows that are marked `isHollow` show this colour inside. */
  readonly inside?: string;
  /** Only every so many rows have a point, the last among them, and where points become hollow or solid. */
  readonly every?: number;
}

/** A line through `field` with a gap where it is null; lonely points stay visible. */
export const lineMark = (rows: readonly Row[], field: string, { x, y }: Axes, stroke: Stroke): readonly Layer[] => {
  const present = withRuns(rows, field);
  const { colour, dash = [], width = usualWidth, shape = 'circle', hasPoints, inside = colour, every = 1 } = stroke;
  const line: Layer = {
    data: { values: present },
    mark: { type: 'line', color: colour, strokeWidth: width, strokeDash: dash, strokeJoin: 'round', clip: true },
    encoding: { x, y: y(field), detail: { field: 'run', type: 'nominal' } },
  };
  const points = hasPoints ? present.filter(hasPoint(every)) : present.filter(isLonely);
  const [hollow, full] = [points.filter(isHollow), points.filter((row) => !isHollow(row))];
  // a point stands out from its own line, however thick
  const solid = { filled: true, size: rounded((points.length > 20 ? 60 : 110) * (width / usualWidth) ** 2) };
  const ring = { filled: false, size: 300, strokeWidth: width };
  const rim = { filled: true, size: 130, color: inside, stroke: colour, strokeWidth: 2.5 };
  const draw = (values: readonly Row[], look: Layer): readonly Layer[] =>
    values.length === 0
      ? []
      : [{ data: { values }, mark: { type: 'point', shape, color: colour, opacity: 1, ...look }, encoding: { x, y: y(field) } }];
  return [line, ...draw(full, hasPoints ? solid : ring), ...draw(hollow, hasPoints ? rim : ring)];
};

const isHollow = (row: Row): boolean => row['isHollow'] === true;

const hasPoint =
  (every: number) =>
  (row: Row, index: number, rows: readonly Row[]): boolean => {
    const before = rows[index - 1];
    return (rows.length - 1 - index) % every === 0 || (before !== undefined && isHollow(before) !== isHollow(row));
  };

/** Whether a row is a stretch of its own, where a line has no length. */
const isLonely = ({ run }: Row, index: number, rows: readonly Row[]): boolean =>
  rows[index - 1]?.['run'] !== run && rows[index + 1]?.['run'] !== run;

/** A band between two fields, left out where either is null. */
export const bandMark = (
  rows: readonly Row[],
  [low, high]: readonly [string, string],
  { x, y }: Axes,
  { colour, opacity }: { readonly colour: string; readonly opacity: number },
): readonly Layer[] => {
  const present = withRuns(
    rows.filter((row) => row[low] !== null),
    high,
  );
  if (present.length === 0) return [];
  return [
    {
      data: { values: present },
      mark: { type: 'area', color: colour, opacity, clip: true },
      encoding: { x, y: y(low), y2: { field: high }, detail: { field: 'run', type: 'nominal' } },
    },
  ];
};

/** Rows in which `field` has a number, each with the number of its unbroken stretch. */
const withRuns = (rows: readonly Row[], field: string): readonly Row[] => {
  let run = 0;
  let before: number | null = null;
  return rows.flatMap((row) => {
    if (row[field] === null) return [];
    const here = Number(row['layer']);
    if (before !== null && here !== before + 1) run += 1;
    before = here;
    return [{ ...row, run }];
  });
};

/** How a text looks. */
export interface Lettering {
  readonly colour: string;
  readonly size?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
}

/** A text at a place of the canvas. **Unit** pixels from the plotting area's top left corner. */
export const textMark = (text: string, x: number, y: number, lettering: Lettering): Layer => {
  const { colour, size = sizes.text, weight = 400, align = 'left', baseline = 'middle' } = lettering;
  // as data: Vega 6.4 reads a constant text of `toString` as an operator
  return {
    data: { values: [{ text, x: rounded(x), y: rounded(y) }] },
    mark: { type: 'text', color: colour, fontSize: size, fontWeight: weight, align, baseline, clip: false },
    encoding: { ...pixels, text: { field: 'text', type: 'nominal' } },
  };
};

/** A channel whose data are pixels already. */
const place = (field: string): Channel => ({ field, type: 'quantitative', scale: null, axis: null });

/** Both positions of a layer whose data are pixels already. */
export const pixels: { readonly x: Channel; readonly y: Channel } = { x: place('x'), y: place('y') };

/** How a straight line looks. */
interface RuleStroke {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** A straight line between two places of the canvas. **Unit** pixels from the plotting area's top left corner. */
export const ruleMark = (
  [x, y, x2, y2]: readonly [number, number, number, number],
  { colour, width = 1.5, dash = [], opacity = 1 }: RuleStroke,
): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rule', color: colour, strokeWidth: width, strokeDash: dash, ...(opacity === 1 ? {} : { opacity }), clip: false },
  encoding: { x: { value: rounded(x) }, y: { value: rounded(y) }, x2: { value: rounded(x2) }, y2: { value: rounded(y2) } },
});

/** A point at a place of the canvas. **Unit** pixels from the plotting area's top left corner. */
export const pointMark = (shape: string, x: number, y: number, colour: string): Layer => ({
  data: { values: [{}] },
  mark: { type: 'point', shape, filled: true, size: 110, color: colour, opacity: 1, clip: false },
  encoding: { x: { value: rounded(x) }, y: { value: rounded(y) } },
});

/** A filled rectangle between two places of the canvas. **Unit** pixels from the plotting area's top left corner. */
export const boxMark = ([x, y, x2, y2]: readonly [number, number, number, number], colour: string, opacity = 1): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rect', color: colour, opacity, clip: false },
  encoding: { x: { value: rounded(x) }, y: { value: rounded(y) }, x2: { value: rounded(x2) }, y2: { value: rounded(y2) } },
});
