import type { MapReport } from '@vanish/core';
import type { Area, Layer } from '../frame/layer.ts';
import { textMark } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { hasPassed } from './has-passed.ts';
import { type Box, lackingCells, outline } from './map-cells.ts';
import { type Colouring, type Lack, shadeChannel } from './map-colours.ts';

/** Room for an entry at most, and for a swatch's rim. **Unit** pixels. */
const [mostHeight, rim] = [30, 4];

/** A ladder of colours right of the map, and below it what has no colour of its own. */
export const mapLegend = (report: MapReport, colouring: Colouring, area: Area, theme: Theme): readonly Layer[] => {
  const { steps, title } = colouring;
  const others = othersOf(report, colouring);
  const room = area.bottom - area.top;
  const height = Math.min(mostHeight, room / (steps.length + others.length + 0.5));
  const [left, right] = [area.width + 18, area.width + 44];
  const label = (text: string, middle: number): Layer =>
    textMark(text, right + 10, middle, { colour: theme.quiet, size: sizes.note });
  return [
    textMark(title, left, area.top - 14, { colour: theme.text, size: sizes.note, baseline: 'bottom' }),
    ...steps.flatMap(({ shade, label: text }, index): readonly Layer[] => {
      const top = area.top + index * height;
      return [rung(shade, { left, right, top, bottom: top + height }, colouring), label(text, top + height / 2)];
    }),
    ...others.flatMap(({ kind, text }, index): readonly Layer[] => {
      const top = area.top + (steps.length + 0.5 + index) * height;
      const box = { left, right, top: top + rim, bottom: top + height - rim };
      return [
        ...(kind === 'passed' ? outline(around(box), theme) : lackingCells(kind, [box], theme)),
        label(text, top + height / 2),
      ];
    }),
  ];
};

/** What the map shows beside colours of the scale. */
const othersOf = ({ rows }: MapReport, { shade, lacks, passed }: Colouring) => {
  const points = rows.flat();
  const shown = new Set(points.map(shade));
  const kinds: readonly Lack[] = ['zero', 'broken', 'unmeasured'];
  return [
    ...(points.some((point) => point !== null && hasPassed(point)) ? [{ kind: 'passed' as const, text: passed }] : []),
    ...kinds.filter((kind) => shown.has(kind)).map((kind) => ({ kind, text: lacks[kind] })),
  ];
};

const around = ({ left, right, top, bottom }: Box) =>
  [
    [left, top, right, top],
    [right, top, right, bottom],
    [right, bottom, left, bottom],
    [left, bottom, left, top],
  ] as const;

const rung = (shade: number, { left, right, top, bottom }: Box, colouring: Colouring): Layer => ({
  data: { values: [{ shade }] },
  mark: { type: 'rect', clip: false },
  encoding: {
    x: { value: left },
    x2: { value: right },
    y: { value: top },
    y2: { value: bottom },
    color: shadeChannel(colouring),
  },
});
