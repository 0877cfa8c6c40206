import type { Report } from '@vanish/core';
import { type EndLabel, endLabels } from '../frame/end-labels.ts';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { isNumber } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { type Axes, lineMark, type Stroke } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import { shareScale } from '../frame/share-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { describeForward } from '../words/describe-forward.ts';
import { layerWord } from '../words/layer-word.ts';
import { lastOf } from './ends-of.ts';
import { forwardRows } from './forward-rows.ts';
import { type Plot, twoPanels } from './plot.ts';

/** What the signal goes through on its way forward: its size, and how many units are saturated or dead. */
export const forward: Plot = {
  name: 'forward',
  summary: 'the signal on its way forward: variances at every layer, saturated and dead units',
  key: () => 'mean over networks, examples and units',
  missing: () => null,
  draw: (report, room, theme) => {
    const rows = forwardRows(report);
    const x = layerAxis(report.experiment.depth, layerWord(report));
    const [upper, lower] = twoPanels(room, 0.62);
    return [...sizes(report, rows, x, upper, theme), ...shares(report, rows, x, lower, theme)];
  },
  describe: describeForward,
};

/** One line of a panel: field, name, notes, look. */
type Series = readonly [field: string, name: string, notes: readonly string[], stroke: Stroke];

const sizes = (
  { experiment: { depth } }: Report,
  rows: readonly Row[],
  x: Axes['x'],
  area: Area,
  theme: Theme,
): readonly Layer[] => {
  const hasPoints = depth <= 60;
  const series: readonly Series[] = [
    ['length', 'E z²', ['input of φ'], { colour: theme.measured, hasPoints }],
    ['variance', 'Var φ(z)', ['output of φ'], { colour: theme.second, hasPoints, shape: 'square' }],
    ['theory', 'theory', ['of E z²'], { colour: theme.theory, dash: [10, 7], width: 3, hasPoints: false }],
  ];
  const values = rows.flatMap((row) => series.map(([field]) => asNumber(row[field])));
  const scale = powerScale(values, 'size of the signal, before and after the activation φ', area);
  return panel(series, rows, { x, y: scale.encode }, scale.position, area);
};

const shares = (
  { experiment: { depth } }: Report,
  rows: readonly Row[],
  x: Axes['x'],
  area: Area,
  theme: Theme,
): readonly Layer[] => {
  const hasPoints = depth <= 60;
  const series: readonly Series[] = [
    ['saturated', 'saturated', [], { colour: theme.limit, hasPoints, shape: 'triangle-up' }],
    ['dead', 'dead', [], { colour: theme.zero, hasPoints, shape: 'diamond', dash: [3, 4] }],
  ];
  const scale = shareScale('share of units', area);
  return panel(series, rows, { x, y: scale.encode }, scale.position, area);
};

const panel = (
  series: readonly Series[],
  rows: readonly Row[],
  axes: Axes,
  position: (value: number) => number,
  area: Area,
): readonly Layer[] => {
  const labels = series.flatMap(([field, name, notes, { colour, dash = [] }]): readonly EndLabel[] => {
    const at = lastOf(rows, field);
    return at === null ? [] : [{ name, notes, colour, dash, at: position(at) }];
  });
  return [{ layer: series.flatMap(([field, , , stroke]) => lineMark(rows, field, axes, stroke)) }, ...endLabels(labels, area)];
};

const asNumber = (value: unknown): number | null => (typeof value === 'number' && isNumber(value) ? value : null);
