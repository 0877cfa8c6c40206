import type { TrainingReport } from '@vanish/core';
import { endLabels } from '../frame/end-labels.ts';
import { panelTitle } from '../frame/labelled-scale.ts';
import type { Area, Layer, Row } from '../frame/layer.ts';
import { rounded } from '../frame/layer.ts';
import { type Axes, bandMark, lineMark, ruleMark } from '../frame/marks.ts';
import type { Theme } from '../theme/theme.ts';

/** Loss over the steps, mean and deviation over networks, and what an answer by chance would lose. */
export const lossCurve = ({ record }: TrainingReport, x: Axes['x'], area: Area, theme: Theme): readonly Layer[] => {
  const rows: readonly Row[] = record.steps.map(({ step, loss: { mean, sd } }, index) => ({
    layer: index + 1,
    step,
    loss: mean === null ? null : rounded(mean),
    low: mean === null ? null : rounded(mean - (sd ?? 0)),
    high: mean === null ? null : rounded(mean + (sd ?? 0)),
  }));
  const [least, most] = lossRange(rows, record.chanceLoss);
  const position = (loss: number): number => area.bottom - ((loss - least) / (most - least)) * (area.bottom - area.top);
  const y = (field: string): Row => ({
    field,
    type: 'quantitative',
    scale: { domain: [least, most], range: [area.bottom, area.top], nice: false },
    axis: { tickCount: 4, orient: 'left', domain: false, ...panelTitle('loss on examples not seen before', area) },
  });
  const last = rows.at(-1)?.['loss'];
  const { chanceLoss } = record;
  return [
    {
      layer: [
        ...bandMark(rows, ['low', 'high'], { x, y }, { colour: theme.measured, opacity: 0.18 }),
        ...lineMark(rows, 'loss', { x, y }, { colour: theme.measured, hasPoints: false }),
      ],
    },
    ...(chanceLoss === null
      ? []
      : [
          ruleMark([0, position(chanceLoss), area.width, position(chanceLoss)], {
            colour: theme.limit,
            dash: [3, 5],
            width: 2.5,
          }),
        ]),
    ...endLabels(
      [
        ...(typeof last === 'number'
          ? [{ name: 'loss', notes: [last.toPrecision(3)], colour: theme.measured, at: position(last) }]
          : []),
        ...(chanceLoss === null
          ? []
          : [
              { name: 'chance', notes: [chanceLoss.toPrecision(3)], colour: theme.limit, dash: [3, 5], at: position(chanceLoss) },
            ]),
      ],
      area,
    ),
  ];
};

/**
 * A loss that falls and stays far above zero, as that of words does, would be a flat line above an empty half. One that hardly falls
 * is flat, and is to look so.
 */
const [farAboveZero, hardlyFallen] = [0.4, 0.7];

/** From zero up to the largest loss, or from a little below the smallest. */
const lossRange = (rows: readonly Row[], chanceLoss: number | null): readonly [number, number] => {
  const losses = rows.flatMap(({ low, loss, high }) => [low, loss, high].filter((number) => typeof number === 'number'));
  const all = chanceLoss === null ? losses : [...losses, chanceLoss];
  const [smallest, most] = [Math.min(...all), Math.max(0, ...all) * 1.06 || 1];
  const isShort = smallest > farAboveZero * most && smallest < hardlyFallen * most;
  return [isShort ? 0.94 * smallest : 0, most];
};
