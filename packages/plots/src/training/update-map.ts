import type { TrainingReport } from '@vanish/core';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { isNumber } from '../frame/layer.ts';
import { type Axes, boxMark, textMark } from '../frame/marks.ts';
import { panelTitle } from '../frame/power-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { wholePower } from '../words/numbers.ts';

/** log₁₀ |Δw|/|w| where colours begin and end: lost in the rounding of float32, and so large that nothing is learned. */
const [faintest, strongest] = [-7, -1] as const;

/** Names beside the rows at most. */
const mostNames = 8;

/** A heat map of layers × steps: how far each step moves the weights of each layer, relative to their size. */
export const updateMap = ({ record, experiment }: TrainingReport, x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const names = record.movements.map(({ name }) => name);
  const cells = record.steps.flatMap(({ step, rows }, index) => {
    const [from, to] = [
      edge(record.steps[index - 1]?.step, step, 0.5),
      edge(record.steps[index + 1]?.step, step, experiment.train + 0.5),
    ];
    return record.movements.map(({ row: own }, row): Row => {
      const update = rows[own]?.update;
      return { step: from, to, low: row, high: row + 1, update: isNumber(update) ? update : null };
    });
  });
  const y: Row = {
    field: 'low',
    type: 'quantitative',
    scale: { domain: [0, names.length], range: [area.bottom, area.top], nice: false },
    axis: { values: [], orient: 'left', domain: false, ...panelTitle('how far each step moves the weights, |Δw| / |w|', area) },
  };
  const colour = {
    field: 'update',
    type: 'quantitative',
    scale: { domain: [faintest, (faintest + strongest) / 2, strongest], range: palette(theme), clamp: true },
    legend: null,
  };
  const encoding = { x, x2: { field: 'to' }, y, y2: { field: 'high' } };
  return [
    boxMark([0, area.top, area.width, area.bottom], theme.shelf),
    {
      data: { values: cells.filter(({ update }) => update !== null) },
      mark: { type: 'rect', clip: true },
      // a hairline of its own colour, or the background shows between neighbours
      encoding: { ...encoding, color: colour, stroke: colour, strokeWidth: { value: 0.7 } },
    },
    ...rowNames(names, area, theme),
    ...legend(area, theme),
  ];
};

/** Half-way to the neighbour, or the end of the map. */
const edge = (neighbour: number | undefined, step: number, end: number): number =>
  neighbour === undefined ? end : (neighbour + step) / 2;

/** From next to nothing over the colour of measurements to the colour of text: lighter means less, in both themes and without hue. */
const palette = ({ shelf, measured, text }: Theme): readonly string[] => [shelf, measured, text];

const rowNames = (names: readonly string[], area: Area, theme: Theme): readonly Layer[] => {
  const every = Math.ceil(names.length / mostNames);
  const height = (area.bottom - area.top) / names.length;
  return names.flatMap((name, row) =>
    row % every === 0 || row === names.length - 1
      ? [textMark(name, -10, area.bottom - (row + 0.5) * height, { colour: theme.quiet, align: 'right', size: sizes.note })]
      : [],
  );
};

/** A ladder of colours right of the map. */
const legend = ({ width, top, bottom }: Area, theme: Theme): readonly Layer[] => {
  const [left, right] = [width + 14, width + 38];
  const decades = strongest - faintest;
  const height = Math.min(26, (bottom - top) / (decades + 1));
  return Array.from({ length: decades + 1 }, (_, index) => strongest - index).flatMap((decade, index) => {
    const at = top + index * height;
    return [
      {
        data: { values: [{ update: decade }] },
        mark: { type: 'rect', clip: false },
        encoding: {
          x: { value: left },
          x2: { value: right },
          y: { value: at },
          y2: { value: at + height },
          color: {
            field: 'update',
            type: 'quantitative',
            scale: { domain: [faintest, (faintest + strongest) / 2, strongest], range: palette(theme), clamp: true },
            legend: null,
          },
        },
      },
      textMark(decade === faintest ? `${wholePower(decade)} or less` : wholePower(decade), right + 10, at + height / 2, {
        colour: theme.quiet,
        size: sizes.note,
      }),
    ];
  });
};
