import type { MapLine, MapReport } from '@vanish/core';
import { panelTitle } from '../frame/labelled-scale.ts';
import type { Area, Layer } from '../frame/layer.ts';
import { boxMark, textMark } from '../frame/marks.ts';
import { textWidth } from '../render/text-width.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { extentOf, shareOf, sweptChannel, titleOf } from './swept-axis.ts';

/** Between the letters of a name and the border of its box. **Unit** pixels. */
const margin = 6;

/** Both axes, and theory's lines, each with a rim so that it stands out from any colour. */
export const mapLines = (report: MapReport, area: Area, theme: Theme): readonly Layer[] => {
  const { edge, trainableDepth } = report;
  const channels = channelsOf(report, area);
  const named = [
    { lines: edge, name: 'edge of chaos', dash: [] },
    { lines: trainableDepth, name: 'trains to 6 ξ', dash: [9, 6] },
  ];
  const { x, y } = report;
  const axes: Layer = {
    data: { values: [{ x: x.values[0] ?? 0, y: y.values[0] ?? 0 }] },
    mark: { type: 'point', opacity: 0 },
    encoding: channels,
  };
  const strokes = named.flatMap(({ lines, dash }) =>
    lines.flatMap((line) => [
      lineLayer(line, channels, { color: theme.background, strokeWidth: 8 }),
      lineLayer(line, channels, { color: theme.text, strokeWidth: 3.5, strokeDash: dash }),
    ]),
  );
  return [
    { layer: [axes, ...strokes] },
    ...named.flatMap(({ lines: [first], name }) => (first === undefined ? [] : lineName(report, first, name, area, theme))),
  ];
};

const lineLayer = (line: MapLine, channels: Layer, look: Layer): Layer => ({
  data: { values: line.map(({ x, y }, order) => ({ x, y, order })) },
  mark: { type: 'line', strokeJoin: 'round', clip: true, ...look },
  encoding: { ...channels, order: { field: 'order', type: 'quantitative' } },
});

const channelsOf = ({ x, y }: MapReport, area: Area) => ({
  x: sweptChannel(x, 'x', { extent: extentOf(x) }),
  y: sweptChannel(y, 'y', {
    isVertical: true,
    extent: extentOf(y),
    scale: { range: [area.bottom, area.top] },
    axis: { domain: false, ...panelTitle(titleOf(y), area) },
  }),
});

/** The name of a line, in a box of the background at its middle. */
const lineName = ({ x, y }: MapReport, line: MapLine, name: string, area: Area, theme: Theme): readonly Layer[] => {
  const middle = line[Math.floor(line.length / 2)];
  if (middle === undefined) return [];
  const width = textWidth(name, sizes.note, 600);
  const height = area.bottom - area.top;
  const left = Math.min(Math.max(shareOf(x, extentOf(x), middle.x) * area.width + 10, 4), area.width - width - 2 * margin);
  const at = Math.min(Math.max(area.bottom - shareOf(y, extentOf(y), middle.y) * height + 22, 18), area.bottom - 18);
  return [
    boxMark([left - margin, at - 14, left + width + margin, at + 14], theme.background, 0.85),
    textMark(name, left, at, { colour: theme.text, size: sizes.note, weight: 600 }),
  ];
};
