import type { Report } from '@vanish/core';
import { type EndLabel, endLabels } from '../frame/end-labels.ts';
import { type Area, isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { type Axes, bandMark, boxMark, lineMark, textMark } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { describeWeights, usualUpdate } from '../words/describe-weights.ts';
import { layerWord } from '../words/layer-word.ts';
import { lastOf } from './ends-of.ts';
import { type Plot, stackPanels } from './plot.ts';

/** What reaches the weights: the norm of their gradient, and the optimizer's first step measured against them. */
export const weights: Plot = {
  name: 'weights',
  summary: 'norm of the weight gradient at every layer, and how far the first step moves the weights',
  key: ({ experiment: { seeds } }) => (seeds > 1 ? 'line: mean · band: ±1 sd' : ''),
  missing: () => null,
  draw: (report, room, theme) => {
    const rows = weightRows(report);
    const x = layerAxis(report.experiment.depth, layerWord(report));
    const [upper, lower] = stackPanels(room, [0.5, 0.5]);
    return [...gradients(report, rows, x, upper, theme), ...updates(report, rows, x, lower, theme)];
  },
  describe: describeWeights,
};

const weightRows = ({ measured }: Report): readonly Row[] =>
  measured.layers.map(({ gradient, update }, index) => ({
    layer: index + 1,
    ...column('norm', gradient.log10Norm, gradient.sd),
    ...column('ratio', update.log10Ratio, update.sd),
  }));

const column = (name: string, mean: number | null, sd: number | null): Row => ({
  [name]: isNumber(mean) ? rounded(mean) : null,
  [`${name}Low`]: isNumber(mean) && isNumber(sd) ? rounded(mean - sd) : null,
  [`${name}High`]: isNumber(mean) && isNumber(sd) ? rounded(mean + sd) : null,
});

const gradients = (report: Report, rows: readonly Row[], x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const scale = powerScale(valuesOf(rows, 'norm'), 'norm of the weight gradient', area);
  const label = { name: 'gradient', notes: ['norm, measured'], colour: theme.measured };
  return [
    { layer: series(report, rows, 'norm', { x, y: scale.encode }, theme.measured) },
    ...ending(rows, 'norm', label, scale, area),
  ];
};

const updates = (report: Report, rows: readonly Row[], x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const values = [...valuesOf(rows, 'ratio'), usualUpdate.low, usualUpdate.high];
  const scale = powerScale(values, `first step of ${report.experiment.optimizer.name}, relative to the weights`, area);
  const [top, bottom] = [scale.position(usualUpdate.high), scale.position(usualUpdate.low)];
  const label = { name: 'step', notes: ['|Δw| / |w|'], colour: theme.second };
  return [
    boxMark([0, top, area.width, bottom], theme.second, 0.12),
    usualLabel([top, bottom], theme),
    { layer: series(report, rows, 'ratio', { x, y: scale.encode }, theme.second) },
    ...ending(rows, 'ratio', label, scale, area),
  ];
};

/** The name of the usual range, inside it or, where it is thin, above it. */
const usualLabel = ([top, bottom]: readonly [number, number], { second }: Theme): Layer => {
  const fits = bottom - top > sizes.noteLine + 6;
  const lettering = { colour: second, size: sizes.note, baseline: fits ? 'top' : 'bottom' } as const;
  return textMark('usually taken as healthy: 10⁻⁴ to 10⁻¹', 10, fits ? top + 6 : top - 4, lettering);
};

const valuesOf = (rows: readonly Row[], field: string): readonly (number | null)[] =>
  rows.flatMap((row) =>
    [field, `${field}Low`, `${field}High`].map((name) => (typeof row[name] === 'number' ? Number(row[name]) : null)),
  );

const series = (report: Report, rows: readonly Row[], field: string, axes: Axes, colour: string): readonly Layer[] => [
  ...bandMark(rows, [`${field}Low`, `${field}High`], axes, { colour, opacity: 0.26 }),
  ...lineMark(rows, field, axes, { colour, hasPoints: report.experiment.depth <= 60 }),
];

const ending = (
  rows: readonly Row[],
  field: string,
  label: Omit<EndLabel, 'at'>,
  { position }: { readonly position: (value: number) => number },
  area: Area,
): readonly Layer[] => {
  const at = lastOf(rows, field);
  if (at !== null) return endLabels([{ ...label, at: position(at) }], area);
  return [
    textMark('exactly zero or not finite at every layer', area.width / 2, (area.top + area.bottom) / 2, {
      colour: label.colour,
      align: 'center',
    }),
  ];
};
