import type { Curve, SweepReport, SweptAxis } from '@vanish/core/study';
import { powerOfTen } from '../chart/chart.ts';
import type { Screen } from '../screen.ts';
import { printFrame } from './study-frame.ts';
import { drawTable } from './table.ts';
import { accentOf, short, signed } from './tell.ts';
import { titledCurves } from './titled-curves.ts';

/** A curve per network over the key that is swept, and a row of verdicts below. */
export const printSweep = (report: SweepReport, screen: Screen): void =>
  printFrame(report, screen, { body: [...chartOf(report, screen), '', ...tableOf(report, screen)] });

const isTrained = ({ curves }: SweepReport): boolean =>
  curves.some(({ points }) => points.some((point) => point?.training != null));

const chartOf = (report: SweepReport, screen: Screen): readonly string[] => {
  const { axis, curves } = report;
  const hasLoss = isTrained(report);
  const title = hasLoss
    ? 'loss after training, on a logarithmic scale'
    : 'decades between the last layer and the first: 0 is flat, below it the gradient fades';
  return titledCurves(
    title,
    curves.map(({ name, points }) => ({
      name,
      points: points.map((point, index) => ({
        x: placeOf(axis, index),
        y: hasLoss ? logLoss(point) : (point?.decades ?? null),
      })),
    })),
    {
      label: (value) => (hasLoss ? powerOfTen(value, screen.isUnicode) : signed(value, 0)),
      ends: [short(axis.values[0] ?? 0), short(axis.values.at(-1) ?? 0)],
      title: `${axis.key}${axis.isLogarithmic ? ', by factors' : ''}`,
    },
    screen,
  );
};

const logLoss = (point: Curve['points'][number]): number | null => {
  const loss = point?.training?.loss ?? null;
  return loss === null || loss <= 0 ? null : Math.log10(loss);
};

/** Where a value stands between the ends. */
const placeOf = ({ values, isLogarithmic }: SweptAxis, index: number): number => {
  const scale = (value: number): number => (isLogarithmic ? Math.log(value) : value);
  const [low, high] = [scale(values[0] ?? 0), scale(values.at(-1) ?? 1)];
  return high === low ? 0.5 : (scale(values[index] ?? 0) - low) / (high - low);
};

/** Values below each other, a column for each curve: the verdict, and what it rests on. */
const tableOf = (report: SweepReport, screen: Screen): readonly string[] => {
  const { axis, curves } = report;
  const { paint } = screen;
  const rows = axis.values.map((value, index) => [
    { text: short(value) },
    ...curves.flatMap(({ points }) => {
      const point = points[index] ?? null;
      if (point === null) return [{ text: '-' }];
      const outcome = point.training?.outcome ?? point.kind;
      const number =
        point.training === null
          ? point.decades === null
            ? ''
            : signed(point.decades)
          : (point.training.loss?.toPrecision(3) ?? '');
      return [{ text: `${number} ${words[outcome] ?? outcome}`.trim(), ink: accentOf(outcome, paint) }];
    }),
  ]);
  return drawTable(
    [
      { title: axis.key, align: 'right' },
      ...curves.map(({ name }) => ({ title: name === '' ? 'verdict' : name, align: 'left' as const, most: 22 })),
    ],
    rows,
    screen,
  );
};

const words: Readonly<Record<string, string>> = { not: 'not learned', partly: 'in part' };
