import type { Curve, Point, SweepReport, SweptAxis } from '@vanish/core';
import { float32Limits } from '../../frame/float32.ts';
import { type Area, isNumber, type Layer, type Row, rounded } from '../../frame/layer.ts';
import { ruleMark, textMark } from '../../frame/marks.ts';
import { numberScale } from '../../frame/number-scale.ts';
import { powerScale } from '../../frame/power-scale.ts';
import { lastOf } from '../../plots/ends-of.ts';
import { stackPanels } from '../../plots/plot.ts';
import type { Theme } from '../../theme/theme.ts';
import { sizes } from '../../theme/typography.ts';
import { describeSweep } from '../describe-studies.ts';
import { chanceLine, lossScale } from '../loss-scale.ts';
import { type ManyLine, manyLines, seriesColours } from '../many-lines.ts';
import type { StudyPlot } from '../study-plot.ts';
import { sweptChannel } from '../swept-axis.ts';

/** The slope of the gradient over the key that is swept, and how much of it arrives at the first layer; of trainings their loss, too. */
export const sweep: StudyPlot<SweepReport> = {
  of: 'sweep',
  rank: 1,
  name: 'sweep',
  summary: 'decades per layer and the signal at the first layer, or the loss after training, over the key that is swept',
  key: (report) => `${isTrained(report) ? 'line: mean' : 'line: mean · ring: not trainable'} · thin dashed: theory`,
  missing: () => null,
  draw: (report, room, theme) => {
    const [upper, lower] = stackPanels(room, [0.5, 0.5]);
    const x = sweptChannel(report.axis, 'x');
    return isTrained(report)
      ? [...lossPanel(report, x, upper, theme), ...slopePanel(report, x, lower, theme)]
      : [...slopePanel(report, x, upper, theme), ...signalPanel(report, x, lower, theme)];
  },
  describe: describeSweep,
};

const isTrained = ({ curves }: SweepReport): boolean =>
  curves.some(({ points }) => points.some((point) => point?.training != null));

type Channel = ReturnType<typeof sweptChannel>;

interface Column {
  readonly mean: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly theory?: number | null | undefined;
}

const linesOf = (
  { axis, curves }: SweepReport,
  column: (point: Point) => Column,
  note: (points: readonly Point[]) => readonly string[],
): readonly ManyLine[] =>
  curves.map(({ name, points }) => ({
    name: name === '' ? 'measured' : name,
    notes: note(points.filter((point) => point !== null)),
    rows: points.map((point, index): Row => {
      const { mean, low, high, theory } = point === null ? { mean: null } : column(point);
      return {
        layer: index + 1,
        x: axis.values[index] ?? 0,
        passes: point?.isTrainable ?? true,
        ...Object.fromEntries(
          Object.entries({ mean, low, high, theory }).map(([key, value]) => [key, isNumber(value) ? rounded(value) : null]),
        ),
      };
    }),
  }));

const valuesOf = (lines: readonly ManyLine[]): readonly (number | null)[] =>
  lines.flatMap(({ rows }) =>
    rows.flatMap((row) => [row['mean'], row['theory']].map((value) => (typeof value === 'number' ? value : null))),
  );

const slopePanel = (report: SweepReport, x: Channel, area: Area, theme: Theme): readonly Layer[] => {
  const lines = linesOf(
    report,
    ({ decadesPerLayer: { value, low, high }, theory }) => ({ mean: value, low, high, theory: theory?.decadesPerLayer }),
    () => [],
  );
  const scale = numberScale(
    [...valuesOf(lines), 0],
    'decades per layer towards the input: 0 is flat, below it the gradient fades',
    area,
    { smallestSpan: 0.02 },
  );
  return [
    ruleMark([0, scale.position(0), area.width, scale.position(0)], { colour: theme.axis, width: 2 }),
    ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme }),
    ...rings(lines, { x, y: scale.encode }, theme),
    ...reaches(report, area, theme),
  ];
};

const signalPanel = (report: SweepReport, x: Channel, area: Area, theme: Theme): readonly Layer[] => {
  const lines = linesOf(
    report,
    ({ firstSignal: { log10Rms, sd }, theory }) => ({
      mean: log10Rms,
      low: isNumber(log10Rms) && isNumber(sd) ? log10Rms - sd : null,
      high: isNumber(log10Rms) && isNumber(sd) ? log10Rms + sd : null,
      theory: theory?.firstSignal,
    }),
    () => [],
  );
  const ends = lines.map(({ rows }) => lastOf(rows, 'mean') ?? 0);
  const scale = powerScale(valuesOf(lines), 'gradient at the first layer: RMS of ∂loss/∂z', area);
  return [
    ...manyLines(
      lines.map((line) => ({ ...line, name: '' })),
      { x, y: scale.encode },
      { area, scale, theme },
    ),
    ...rings(lines, { x, y: scale.encode }, theme),
    ...float32Limits(scale, area, theme, [0, Math.min(...ends)], false),
  ];
};

const lossPanel = (report: SweepReport, x: Channel, area: Area, theme: Theme): readonly Layer[] => {
  const lines = linesOf(
    report,
    ({ training }) => ({
      mean: training?.loss ?? null,
      low: isNumber(training?.loss) && isNumber(training.sd) ? training.loss - training.sd : null,
      high: isNumber(training?.loss) && isNumber(training.sd) ? training.loss + training.sd : null,
    }),
    (points) => {
      const losses = points.flatMap(({ training }) => (isNumber(training?.loss) ? [training.loss] : []));
      return losses.length === 0 ? [] : [`best ${Math.min(...losses).toPrecision(3)}`];
    },
  );
  const chance =
    report.curves.flatMap(({ points }) => points).find((point) => point?.training?.chanceLoss != null)?.training?.chanceLoss ??
    null;
  const scale = lossScale(valuesOf(lines), chance, 'loss at the end of the training', area);
  return [...chanceLine(chance, scale, area, theme), ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme })];
};

/** Points whose network does not train, hollow. */
const rings = (
  lines: readonly ManyLine[],
  { x, y }: { readonly x: Channel; readonly y: (field: string) => Channel },
  theme: Theme,
): readonly Layer[] =>
  lines.flatMap(({ rows }, index): readonly Layer[] => {
    const values = rows.filter((row) => row['passes'] === false && row['mean'] !== null);
    const colour = seriesColours(theme)[index % 8] ?? theme.measured;
    return values.length === 0
      ? []
      : [
          {
            data: { values: [...values] },
            mark: {
              type: 'point',
              shape: 'circle',
              filled: true,
              size: 150,
              color: theme.background,
              stroke: colour,
              strokeWidth: 2.5,
              opacity: 1,
              clip: true,
            },
            encoding: { x, y: y('mean') },
          },
        ];
  });

/** Where depth is swept, how deep theory says that each network trains. */
const reaches = ({ axis, curves }: SweepReport, { width, top, bottom }: Area, theme: Theme): readonly Layer[] =>
  curves.flatMap(({ trainableDepth }: Curve, index) => {
    if (trainableDepth === null) return [];
    const share = shareOf(axis, trainableDepth);
    if (share < 0 || share > 1) return [];
    const colour = seriesColours(theme)[index % 8] ?? theme.measured;
    return [
      ruleMark([share * width, top, share * width, bottom], { colour, dash: [2, 4], width: 2 }),
      textMark('6 ξ', share * width + 7, (top + bottom) / 2, { colour, size: sizes.note }),
    ];
  });

/** Where a value lies along the axis, which reaches a fiftieth beyond its ends. */
const shareOf = ({ values, isLogarithmic }: SweptAxis, value: number): number => {
  const scale = (one: number): number => (isLogarithmic ? Math.log(one) : one);
  const [low, high] = [scale(values[0] ?? 0), scale(values.at(-1) ?? 1)];
  return (scale(value) - low + 0.02 * (high - low)) / (1.04 * (high - low));
};
