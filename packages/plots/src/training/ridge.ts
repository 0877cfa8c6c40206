import { type Area, isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import { ruleMark, textMark } from '../frame/marks.ts';
import type { Json } from '../picture.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import type { Curve, HistogramRow } from './histogram-rows.ts';
import { ridgeNumbers } from './ridge-numbers.ts';

/** What all ridges of a picture share. */
export interface RidgeScale {
  /** The horizontal channel over log₁₀ of the size. */
  readonly x: Readonly<Record<string, Json>>;
  /** The largest share of a bin. */
  readonly most: number;
  /** **Unit** decades. */
  readonly binDecades: number;
}

/** Looks of the first curve, of those between, and of the last, which differ without colour, too. */
export const looks = {
  first: { strokeWidth: 2.5, strokeDash: [7, 5], opacity: 1 },
  between: { strokeWidth: 1.5, strokeDash: [], opacity: 0.5 },
  last: { strokeWidth: 3.5, strokeDash: [], opacity: 1 },
} as const;

/** One layer: a curve for each step on a common ground, the medians of the first and the last on it, and both in numbers beside it. */
export const ridge = ({ name, curves }: HistogramRow, area: Area, scale: RidgeScale, theme: Theme): readonly Layer[] => {
  const { width, top, bottom } = area;
  const last = curves.at(-1);
  const first = curves.length > 1 ? curves[0] : undefined;
  const between = curves.slice(1, -1);
  return [
    ruleMark([0, bottom, width, bottom], { colour: theme.axis }),
    ...outline(between, looks.between, area, scale, theme.measured),
    ...(first === undefined ? [] : outline([first], looks.first, area, scale, theme.quiet)),
    ...(last === undefined
      ? []
      : [...ground(last, area, scale, theme), ...outline([last], looks.last, area, scale, theme.measured)]),
    ...medians(first, last, bottom, scale, theme),
    textMark(name, -10, bottom - sizes.noteLine / 2, { colour: theme.quiet, align: 'right', size: sizes.note }),
    ...(curves.some(({ from }) => from !== null) ? [] : [nothing(curves, width / 2, (top + bottom) / 2, theme)]),
    ...ridgeNumbers(first, last, area, theme),
  ];
};

/** Shares of the highest curve that would lie on the ground. */
const flat = 0.01;

/** The middles of the bins, from where the curve leaves the ground to where it comes back. */
const pointsOf = ({ step, from, shares }: Curve, { most, binDecades }: RidgeScale): readonly Row[] => {
  if (from === null) return [];
  const risen = [...shares.keys()].filter((bin) => (shares[bin] as number) > flat * most);
  const [first = 0, last = shares.length - 1] = [risen[0], risen.at(-1)];
  return Array.from({ length: last - first + 3 }, (_, index) => {
    const bin = first + index - 1;
    const share = bin < first || bin > last ? 0 : (shares[bin] as number);
    return { step, size: rounded(from + (bin + 0.5) * binDecades), share: rounded(share) };
  });
};

const heightOf = ({ top, bottom }: Area, { most }: RidgeScale): Readonly<Record<string, Json>> => ({
  field: 'share',
  type: 'quantitative',
  scale: { domain: [0, most], range: [bottom, top], nice: false },
  axis: null,
});

const outline = (
  curves: readonly Curve[],
  look: (typeof looks)[keyof typeof looks],
  area: Area,
  scale: RidgeScale,
  colour: string,
): readonly Layer[] => {
  const values = curves.flatMap((curve) => pointsOf(curve, scale));
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'line', color: colour, ...look, strokeJoin: 'round', interpolate: 'monotone', clip: true },
      encoding: { x: scale.x, y: heightOf(area, scale), detail: { field: 'step', type: 'nominal' } },
    },
  ];
};

const ground = (curve: Curve, area: Area, scale: RidgeScale, { measured }: Theme): readonly Layer[] => {
  const values = pointsOf(curve, scale);
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'area', color: measured, opacity: 0.18, interpolate: 'monotone', clip: true },
      encoding: { x: scale.x, y: heightOf(area, scale), y2: { datum: 0 } },
    },
  ];
};

/** A ring where the median was, a dot where it is. */
const medians = (
  first: Curve | undefined,
  last: Curve | undefined,
  at: number,
  { x }: RidgeScale,
  { quiet, measured, background }: Theme,
): readonly Layer[] => {
  const point = (curve: Curve | undefined, mark: Row): readonly Layer[] =>
    isNumber(curve?.median)
      ? [
          {
            data: { values: [{ size: rounded(curve.median) }] },
            mark: { type: 'point', size: 110, opacity: 1, ...mark },
            encoding: { x, y: { value: rounded(at) } },
          },
        ]
      : [];
  return [
    ...point(first, { filled: false, fill: background, stroke: quiet, strokeWidth: 2.5 }),
    ...point(last, { filled: true, color: measured }),
  ];
};

/** What is written where no curve can be. */
const nothing = (curves: readonly Curve[], x: number, y: number, { quiet }: Theme): Layer => {
  const text = curves.every(({ zero }) => zero === 1) ? 'every entry is exactly zero' : 'no entry is an ordinary number';
  return textMark(text, x, y, { colour: quiet, align: 'center' });
};
