import type { TrainingReport } from '@vanish/core';
import { type Area, isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import type { Theme } from '../theme/theme.ts';
import { stepAxis } from '../training/step-axis.ts';
import { chanceLine, lossScale } from './loss-scale.ts';
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
  const losses = trainings.flatMap(({ report }) => report.record.steps.map(({ loss }) => loss.mean));
  const scale = lossScale(losses, chance, 'loss on examples not seen before', area);
  return [
    ...manyLines(lines, { x: stepAxis(longest.report), y: scale.encode }, { area, scale, theme }),
    ...chanceLine(chance, scale, area, theme),
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
