import type { TrainingReport } from '@vanish/core';
import { type Area, isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import { ruleMark, textMark } from '../frame/marks.ts';
import { numberScale } from '../frame/number-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { stepAxis } from '../training/step-axis.ts';
import { type ManyLine, manyLines } from './many-lines.ts';

/** A training of an overlay. */
export interface TrainedNetwork {
  readonly name: string;
  readonly report: TrainingReport;
}

/** The losses of several trainings over their steps, and what chance would lose. */
export const lossLines = (trainings: readonly TrainedNetwork[], area: Area, theme: Theme): readonly Layer[] => {
  const [longest] = [...trainings].sort((one, other) => other.report.experiment.train - one.report.experiment.train);
  if (longest === undefined) return [];
  const chance = longest.report.record.chanceLoss;
  const lines = trainings.map(({ name, report }) => lineOf(name, report));
  // what bursts far above chance would press all others flat
  const most = chance === null ? Number.POSITIVE_INFINITY : 1.6 * chance;
  const shown = lines.flatMap(({ rows }) =>
    rows.flatMap((row) => (typeof row['mean'] === 'number' ? [Math.min(row['mean'], most)] : [])),
  );
  const scale = numberScale([0, ...shown, chance], 'loss on examples not seen before', area, 0.1);
  const plain = (field: string) => {
    const channel = scale.encode(field);
    return { ...channel, axis: { ...(channel['axis'] as object), labelExpr: 'datum.label' } };
  };
  const x = { ...stepAxis(longest.report) };
  return [
    ...manyLines(lines, { x, y: plain }, { area, scale, theme }),
    ...(chance === null
      ? []
      : [
          ruleMark([0, scale.position(chance), area.width, scale.position(chance)], {
            colour: theme.limit,
            dash: [3, 5],
            width: 2.5,
          }),
          textMark('chance', area.width - 6, scale.position(chance) - 6, {
            colour: theme.limit,
            size: sizes.note,
            align: 'right',
            baseline: 'bottom',
          }),
        ]),
  ];
};

const lineOf = (name: string, { record: { steps } }: TrainingReport): ManyLine => {
  const last = steps.at(-1)?.loss.mean ?? null;
  return {
    name,
    notes: [isNumber(last) ? `loss ${last.toPrecision(3)}` : 'not finite'],
    rows: steps.map(
      ({ step, loss: { mean, sd } }, index): Row => ({
        layer: index + 1,
        step,
        mean: isNumber(mean) ? rounded(mean) : null,
        low: isNumber(mean) && isNumber(sd) ? rounded(mean - sd) : null,
        high: isNumber(mean) && isNumber(sd) ? rounded(mean + sd) : null,
        theory: null,
      }),
    ),
  };
};
