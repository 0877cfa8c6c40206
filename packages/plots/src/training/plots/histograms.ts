import type { TrainingReport } from '@vanish/core';
import { axisWidth } from '../../frame/labelled-scale.ts';
import { type Area, isNumber, type Layer } from '../../frame/layer.ts';
import { textMark } from '../../frame/marks.ts';
import { type PowerAxis, powerAxis } from '../../frame/power-axis.ts';
import { type Plot, type Room, stackPanels } from '../../plots/plot.ts';
import type { Theme } from '../../theme/theme.ts';
import { describeHistograms } from '../describe-histograms.ts';
import { type HistogramRow, histogramRows } from '../histogram-rows.ts';
import { ridge } from '../ridge.ts';
import { ridgeLegend } from '../ridge-legend.ts';

/** Between the ridges of two layers. **Unit** pixels. */
const ridgeGap = 10;

/** How large the entries of the weight gradient are, layer above layer, as the training goes on. */
export const histograms: Plot<TrainingReport> = {
  name: 'histograms',
  summary: 'how the entries of the weight gradient are spread, layer by layer, as the training goes on',
  key: () => 'curves: entries of all networks together',
  // a report that an earlier version wrote has none
  missing: ({ record }) =>
    (record.histograms ?? []).length === 0 ? 'the report holds no histograms; ask the same question again' : null,
  draw: (report, room, theme) => {
    // the first layer at the bottom, as in the map of steps and layers
    const rows = [...histogramRows(report)].reverse();
    const areas = stackPanels(
      room,
      Array.from(rows, () => 1 / rows.length),
      ridgeGap,
    );
    const { encode, ticks } = sizeAxis(rows);
    const x = encode('size');
    const scale = { x, most: mostOf(rows), binDecades: report.record.binDecades };
    return [
      textMark('how the entries of the weight gradient are spread', -axisWidth, -titleRise, { colour: theme.text }),
      ...ridgeLegend(report, { x: room.width, y: -titleRise }, theme),
      gridLines(ticks, x, room, theme),
      ...rows.flatMap((row, index) => ridge(row, areas[index] as Area, scale, theme)),
    ];
  },
  describe: describeHistograms,
};

/** The title's middle above the plot. **Unit** pixels. */
const titleRise = 32;

/** From the size that all but a few entries of every curve reach to the largest of all. */
const sizeAxis = (rows: readonly HistogramRow[]): PowerAxis => {
  const curves = rows.flatMap((row) => row.curves);
  const lows = curves.map(({ least }) => least).filter(isNumber);
  const highs = curves.map(({ to }) => to).filter(isNumber);
  const ends = lows.length === 0 ? ([-3, 0] as const) : ([Math.min(...lows) - 0.25, Math.max(...highs) + 0.25] as const);
  return powerAxis(ends, 'size of an entry, |∂loss/∂w| before clipping', { most: 12, least: 1 });
};

/** What the height of a ridge stands for: the same share is as high everywhere, and the highest line is not cut in half. */
const mostOf = (rows: readonly HistogramRow[]): number =>
  1.04 * Math.max(0.01, ...rows.flatMap(({ curves }) => curves.flatMap(({ shares }) => shares)));

/** Lines through all ridges: an axis draws its own through the panel of its layer alone. */
const gridLines = (ticks: readonly number[], x: Layer, { height }: Room, { grid }: Theme): Layer => ({
  data: { values: ticks.map((size) => ({ size })) },
  mark: { type: 'rule', color: grid, clip: false },
  encoding: { x, y: { value: 0 }, y2: { value: height } },
});
