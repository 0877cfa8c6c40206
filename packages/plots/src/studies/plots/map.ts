import type { MapLine, MapReport, Point } from '@vanish/core';
import { panelTitle } from '../../frame/labelled-scale.ts';
import type { Area, Layer, Row } from '../../frame/layer.ts';
import { isNumber } from '../../frame/layer.ts';
import { boxMark, textMark } from '../../frame/marks.ts';
import { wholeRoom } from '../../plots/plot.ts';
import type { Theme } from '../../theme/theme.ts';
import { sizes } from '../../theme/typography.ts';
import { signed } from '../../words/numbers.ts';
import { describeMap } from '../describe-studies.ts';
import type { StudyPlot } from '../study-plot.ts';
import { bordersOf, sweptChannel, titleOf } from '../swept-axis.ts';

/** The slope of the gradient over two keys, and where theory sees the edge of chaos; of trainings, the loss. */
export const map: StudyPlot<MapReport> = {
  of: 'map',
  rank: 1,
  name: 'map',
  summary: "decades per layer over both keys, with theory's edge of chaos, or the loss after training",
  key: (report) =>
    isTrained(report) ? 'the lighter, the smaller the loss' : 'blue: the gradient fades towards the input · orange: it grows',
  missing: () => null,
  draw: (report, room, theme) => {
    const area = wholeRoom(room);
    const colour = isTrained(report) ? lossColour(report, theme) : slopeColour(report, theme);
    return [
      boxMark([0, 0, area.width, area.bottom], theme.background),
      ...cells(report, colour, area),
      ...lines(report, area, theme),
      ...ladder(colour, area, theme),
    ];
  },
  describe: describeMap,
};

const isTrained = ({ rows }: MapReport): boolean => rows.some((row) => row.some((point) => point?.training != null));

/** How a point becomes a colour, and a colour a number. */
interface Colouring {
  /** **Range** −1 … 1; null: nothing that could be coloured. */
  readonly shade: (point: Point) => number | null;
  readonly scale: { readonly domain: readonly number[]; readonly range: readonly string[] };
  readonly title: string;
  readonly steps: readonly { readonly shade: number; readonly label: string }[];
  /** Of what has no number. */
  readonly broken: string;
}

/** Slopes that the ladder names, at either side of zero. **Unit** decades per layer. */
const rungs = [0.01, 0.03, 0.1, 0.3, 1, 3] as const;

/** Diverging, and steep near zero: a hundredth of a decade per layer is a factor of ten over a hundred layers. */
const slopeColour = ({ rows }: MapReport, theme: Theme): Colouring => {
  const slopes = rows
    .flat()
    .flatMap((point) => (isNumber(point?.decadesPerLayer.value) ? [Math.abs(point.decadesPerLayer.value)] : []));
  const most = Math.max(rungs[1], ...slopes);
  const shown = rungs.filter((_, index) => index === 0 || (rungs[index - 1] ?? 0) < most);
  const top = Math.log1p((shown.at(-1) ?? 1) / rungs[0]);
  const shadeOf = (value: number): number => Math.sign(value) * Math.min(1, Math.log1p(Math.abs(value) / rungs[0]) / top);
  return {
    shade: ({ decadesPerLayer: { value } }) => (isNumber(value) ? shadeOf(value) : null),
    scale: { domain: [-1, 0, 1], range: [theme.measured, theme.shelf, theme.theory] },
    title: 'decades/layer',
    steps: [...[...shown].reverse(), 0, ...shown.map((rung) => -rung)].map((value) => ({
      shade: shadeOf(value),
      label: value === 0 ? '0, flat' : signed(value),
    })),
    broken: theme.zero,
  };
};

const lossColour = ({ rows }: MapReport, theme: Theme): Colouring => {
  const known = rows.flat().flatMap((point) => (isNumber(point?.training?.loss) ? [point.training.loss] : []));
  const chance =
    rows.flat().find((point) => point?.training?.chanceLoss != null)?.training?.chanceLoss ?? Math.max(1e-9, ...known);
  const steps = [1, 0.8, 0.6, 0.4, 0.2, 0].map((share) => ({ shade: share, label: (share * chance).toPrecision(2) }));
  return {
    shade: ({ training }) => (isNumber(training?.loss) ? Math.min(1, training.loss / chance) : null),
    scale: { domain: [0, 0.5, 1], range: [theme.shelf, theme.measured, theme.text] },
    title: 'loss',
    steps: steps.map((step, index) => (index === 0 ? { ...step, label: `${step.label}, chance` } : step)),
    broken: theme.broken,
  };
};

/** The colour channel of cells and ladder. */
const colourOf = ({ domain, range }: Colouring['scale']) => ({
  field: 'shade',
  type: 'quantitative',
  scale: { domain: [...domain], range: [...range], interpolate: 'rgb', clamp: true },
  legend: null,
});

const cells = (report: MapReport, { shade, scale, broken }: Colouring, area: Area): readonly Layer[] => {
  const [across, up] = [bordersOf(report.x), bordersOf(report.y)];
  const all = report.rows.flatMap((row, vertical) =>
    row.flatMap((point, horizontal): readonly Row[] =>
      point === null
        ? []
        : [
            {
              x: across[horizontal] ?? 0,
              x2: across[horizontal + 1] ?? 0,
              y: up[vertical] ?? 0,
              y2: up[vertical + 1] ?? 0,
              shade: shade(point),
            },
          ],
    ),
  );
  const { x, y } = channels(report, area);
  const place = { x, x2: { field: 'x2' }, y, y2: { field: 'y2' } };
  const colour = colourOf(scale);
  const lost = all.filter((cell) => cell['shade'] === null);
  return [
    {
      data: { values: all.filter((cell) => cell['shade'] !== null) },
      mark: { type: 'rect', clip: true },
      // a hairline of its own colour, or the background shows between neighbours
      encoding: { ...place, color: colour, stroke: colour, strokeWidth: { value: 0.7 } },
    },
    ...(lost.length === 0
      ? []
      : [{ data: { values: lost }, mark: { type: 'rect', clip: true, color: broken }, encoding: place }]),
  ];
};

const channels = ({ x, y }: MapReport, area: Area, [fieldX, fieldY]: readonly [string, string] = ['x', 'y']) => {
  const ends = (axis: MapReport['x']): readonly [number, number] => {
    const borders = bordersOf(axis);
    return [borders[0] ?? 0, borders.at(-1) ?? 1];
  };
  return {
    x: sweptChannel(x, fieldX, { extent: ends(x) }),
    y: sweptChannel(y, fieldY, {
      isVertical: true,
      extent: ends(y),
      scale: { range: [area.bottom, area.top] },
      axis: { domain: false, ...panelTitle(titleOf(y), area) },
    }),
  };
};

/** Theory's lines, with a rim so that they stand out from any colour. */
const lines = (report: MapReport, area: Area, theme: Theme): readonly Layer[] => {
  const { edge, trainableDepth } = report;
  const { x, y } = channels(report, area);
  const draw = (all: readonly MapLine[], name: string, dash: readonly number[]): readonly Layer[] =>
    all.flatMap((line, index): readonly Layer[] => {
      const values = line.map(({ x: across, y: up }, order) => ({ x: across, y: up, order }));
      const path = { x, y, order: { field: 'order', type: 'quantitative' } } as const;
      const stroke = (color: string, width: number, dashes: readonly number[]): Layer => ({
        data: { values },
        mark: { type: 'line', color, strokeWidth: width, strokeDash: [...dashes], strokeJoin: 'round', clip: true },
        encoding: path,
      });
      return [
        stroke(theme.background, 8, []),
        stroke(theme.text, 3.5, dash),
        ...(index === 0 ? lineName(report, line, name, area, theme) : []),
      ];
    });
  return [...draw(edge, 'edge of chaos', []), ...draw(trainableDepth, 'trains to 6 ξ', [9, 6])];
};

/** The name of a line, in a box of the background at its middle. */
const lineName = ({ x, y }: MapReport, line: MapLine, name: string, area: Area, theme: Theme): readonly Layer[] => {
  const middle = line[Math.floor(line.length / 2)];
  if (middle === undefined) return [];
  const width = 11 * name.length;
  const left = Math.min(Math.max(shareOf(x, middle.x) * area.width + 10, 4), area.width - width - 8);
  const at = Math.min(Math.max(area.bottom - shareOf(y, middle.y) * (area.bottom - area.top) + 22, 18), area.bottom - 18);
  return [
    boxMark([left - 6, at - 14, left + width, at + 14], theme.background, 0.85),
    textMark(name, left, at, { colour: theme.text, size: sizes.note, weight: 600 }),
  ];
};

const shareOf = (axis: MapReport['x'], value: number): number => {
  const scale = (one: number): number => (axis.isLogarithmic ? Math.log(one) : one);
  const borders = bordersOf(axis);
  const [low, high] = [scale(borders[0] ?? 0), scale(borders.at(-1) ?? 1)];
  return (scale(value) - low) / (high - low);
};

/** A ladder of colours right of the map. */
const ladder = ({ scale, steps, title }: Colouring, { width, top }: Area, theme: Theme): readonly Layer[] => {
  const [left, right, height] = [width + 18, width + 44, 30];
  const colour = colourOf(scale);
  return [
    textMark(title, left, top - 14, { colour: theme.text, size: sizes.note, baseline: 'bottom' }),
    ...steps.flatMap(({ shade, label }, index): readonly Layer[] => {
      const at = top + index * height;
      return [
        {
          data: { values: [{ shade }] },
          mark: { type: 'rect', clip: false },
          encoding: { x: { value: left }, x2: { value: right }, y: { value: at }, y2: { value: at + height }, color: colour },
        },
        textMark(label, right + 10, at + height / 2, { colour: theme.quiet, size: sizes.note }),
      ];
    }),
  ];
};
