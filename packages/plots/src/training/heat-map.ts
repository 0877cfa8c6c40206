import type { TrainingReport } from '@vanish/core';
import { panelTitle } from '../frame/labelled-scale.ts';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { isNumber } from '../frame/layer.ts';
import { type Axes, boxMark, textMark } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { wholePower } from '../words/numbers.ts';

/** A row of the map. */
export interface HeatRow {
  readonly name: string;
  /** log₁₀ of its number at a recorded step, counted from 0; null where there is none. */
  readonly decades: (step: number) => number | null;
}

/** What a heat map shows. */
export interface HeatMap {
  readonly title: string;
  /** First layer first, which is drawn at the bottom. */
  readonly rows: readonly HeatRow[];
  /** log₁₀ where colours begin and end. Whole numbers. */
  readonly range: readonly [number, number];
}

/** Names beside the rows, and colours in the ladder, at most. */
const [mostNames, mostColours] = [8, 8];

/** A heat map of rows × steps of a training. */
export const heatMap = (
  { record, experiment }: TrainingReport,
  { title, rows, range }: HeatMap,
  { x, area }: { readonly x: Axes['x']; readonly area: Area },
  theme: Theme,
): readonly Layer[] => {
  const cells = record.steps.flatMap(({ step }, index) => {
    const [from, to] = [
      edge(record.steps[index - 1]?.step, step, 0.5),
      edge(record.steps[index + 1]?.step, step, experiment.train + 0.5),
    ];
    return rows.map(({ decades }, row): Row => {
      const value = decades(index);
      return { step: from, to, low: row, high: row + 1, decades: isNumber(value) ? value : null };
    });
  });
  const y: Row = {
    field: 'low',
    type: 'quantitative',
    scale: { domain: [0, rows.length], range: [area.bottom, area.top], nice: false },
    axis: { values: [], orient: 'left', domain: false, ...panelTitle(title, area) },
  };
  const colour = colourOf(range, theme);
  const encoding = { x, x2: { field: 'to' }, y, y2: { field: 'high' } };
  return [
    boxMark([0, area.top, area.width, area.bottom], theme.shelf),
    {
      data: { values: cells.filter(({ decades }) => decades !== null) },
      mark: { type: 'rect', clip: true },
      // a hairline of its own colour, or the background shows between neighbours
      encoding: { ...encoding, color: colour, stroke: colour, strokeWidth: { value: 0.7 } },
    },
    ...rowNames(
      rows.map(({ name }) => name),
      area,
      theme,
    ),
    ...legend(range, area, theme),
  ];
};

/** Half-way to the neighbour, or the end of the map. */
const edge = (neighbour: number | undefined, step: number, end: number): number =>
  neighbour === undefined ? end : (neighbour + step) / 2;

/** From next to nothing over the colour of measurements to the colour of text: lighter means less, in both themes and without hue. */
const colourOf = ([faintest, strongest]: HeatMap['range'], { shelf, measured, text }: Theme) => ({
  field: 'decades',
  type: 'quantitative',
  scale: { domain: [faintest, (faintest + strongest) / 2, strongest], range: [shelf, measured, text], clamp: true },
  legend: null,
});

const rowNames = (names: readonly string[], area: Area, theme: Theme): readonly Layer[] => {
  const every = Math.ceil(names.length / mostNames);
  const height = (area.bottom - area.top) / names.length;
  const last = names.length - 1;
  // the last is named, and what stands too near below it is not
  const isNamed = (row: number): boolean => row === last || (row % every === 0 && (last - row >= every || every === 1));
  return names.flatMap((name, row) =>
    isNamed(row)
      ? [textMark(name, -10, area.bottom - (row + 0.5) * height, { colour: theme.quiet, align: 'right', size: sizes.note })]
      : [],
  );
};

/** A ladder of colours right of the map. */
const legend = (range: HeatMap['range'], { width, top, bottom }: Area, theme: Theme): readonly Layer[] => {
  const [faintest, strongest] = range;
  const [left, right] = [width + 14, width + 38];
  const every = Math.ceil((strongest - faintest) / (mostColours - 1)) || 1;
  const count = Math.floor((strongest - faintest) / every) + 1;
  const height = Math.min(26, (bottom - top) / count);
  return Array.from({ length: count }, (_, index) => strongest - index * every).flatMap((decade, index) => {
    const at = top + index * height;
    const label = index === count - 1 ? `${wholePower(decade)} or less` : wholePower(decade);
    return [
      {
        data: { values: [{ decades: decade }] },
        mark: { type: 'rect', clip: false },
        encoding: {
          x: { value: left },
          x2: { value: right },
          y: { value: at },
          y2: { value: at + height },
          color: colourOf(range, theme),
        },
      },
      textMark(label, right + 10, at + height / 2, { colour: theme.quiet, size: sizes.note }),
    ];
  });
};
