import type { Area, Layer, Row } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import type { Axes } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import { shareScale } from '../frame/share-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { describeForward } from '../words/describe-forward.ts';
import { layerWord } from '../words/layer-word.ts';
import { forwardRows } from './forward-rows.ts';
import { type Plot, stackPanels } from './plot.ts';
import { dashed, drawSeries, pointsOf, type Series, valuesOf } from './series.ts';

/** What the signal goes through on its way forward: its size, and how many units are saturated or dead. */
export const forward: Plot = {
  name: 'forward',
  summary: 'the signal on its way forward: variances at every layer, saturated and dead units',
  key: () => 'mean over networks, examples and units',
  missing: () => null,
  draw: (report, room, theme) => {
    const rows = forwardRows(report);
    const x = layerAxis(report.experiment.depth, layerWord(report));
    const [upper, lower] = stackPanels(room, [0.62, 0.38]);
    return [...sizes(rows, x, upper, theme), ...shares(rows, x, lower, theme)];
  },
  describe: describeForward,
};

const sizes = (rows: readonly Row[], x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const points = pointsOf(rows);
  const series: readonly Series[] = [
    ['length', 'E z²', ['input of φ'], { colour: theme.measured, ...points }],
    ['variance', 'Var φ(z)', ['output of φ'], { colour: theme.second, ...points, shape: 'square' }],
    ['theory', 'theory', ['of E z²'], dashed(theme)],
  ];
  const scale = powerScale(valuesOf(rows, series), 'size of the signal, before and after the activation φ', area);
  return drawSeries(series, rows, { x, y: scale.encode }, scale.position, area);
};

const shares = (rows: readonly Row[], x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const points = pointsOf(rows);
  const series: readonly Series[] = [
    ['saturated', 'saturated', [], { colour: theme.limit, ...points, shape: 'triangle-up' }],
    ['dead', 'dead', [], { colour: theme.zero, ...points, shape: 'diamond', dash: [3, 4] }],
  ];
  const scale = shareScale('share of units', area);
  return drawSeries(series, rows, { x, y: scale.encode }, scale.position, area);
};
