import type { SweepReport } from '@vanish/core';
import { float32Limits } from '../../frame/float32.ts';
import { type Area, isNumber, type Layer } from '../../frame/layer.ts';
import { ruleMark } from '../../frame/marks.ts';
import { numberScale } from '../../frame/number-scale.ts';
import { powerScale } from '../../frame/power-scale.ts';
import { lastOf } from '../../plots/ends-of.ts';
import { stackPanels } from '../../plots/plot.ts';
import type { Theme } from '../../theme/theme.ts';
import { describeSweep } from '../describe-studies.ts';
import { chanceLine, lossScale } from '../loss-scale.ts';
import { manyLines } from '../many-lines.ts';
import type { StudyPlot } from '../study-plot.ts';
import { linesOf, lostCrosses, valuesOf } from '../sweep-lines.ts';
import { sweptChannel } from '../swept-axis.ts';
import { reachesOf, reachMarks, reachNote } from '../trainable-depth.ts';

/** The slope of the gradient over the key that is swept, and how much of it arrives at the first layer; of trainings their loss, too. */
export const sweep: StudyPlot<SweepReport> = {
  of: 'sweep',
  rank: 1,
  name: 'sweep',
  summary: 'decades per layer and the signal at the first layer, or the loss after training, over the key that is swept',
  key: (report) =>
    [
      'line: mean',
      isTrained(report) ? 'hollow: did not learn' : 'hollow: not trainable',
      'thin dashed: theory',
      ...(reachesOf(report).length > 0 ? ['dotted: theory trains this deep, 6 ξ'] : []),
      ...(hasLost(report) ? ['×: zero or not finite'] : []),
    ].join(' · '),
  missing: () => null,
  draw: (report, room, theme) => {
    const [upper, lower] = stackPanels(room, [0.5, 0.5]);
    const panel = { report, x: sweptChannel(report.axis, 'x'), theme };
    const named = { ...upper, bottom: lower.bottom };
    return isTrained(report)
      ? [...lossPanel(panel, upper, named), ...slopePanel(panel, lower, null)]
      : [...slopePanel(panel, upper, named), ...signalPanel(panel, lower)];
  },
  describe: describeSweep,
};

const isTrained = ({ curves }: SweepReport): boolean =>
  curves.some(({ points }) => points.some((point) => point?.training != null));

const hasLost = ({ curves }: SweepReport): boolean =>
  curves.some(({ points }) => points.some((point) => point !== null && !isNumber(point.decadesPerLayer.value)));

interface Panel {
  readonly report: SweepReport;
  readonly x: ReturnType<typeof sweptChannel>;
  readonly theme: Theme;
}

const slopePanel = ({ report, x, theme }: Panel, area: Area, named: Area | null): readonly Layer[] => {
  const lines = linesOf(
    report,
    ({ decadesPerLayer: { value, low, high }, theory }) => ({ mean: value, low, high, theory: theory?.decadesPerLayer }),
    reachNote,
  );
  const title = 'decades per layer towards the input: 0 is flat, below it the gradient fades';
  const scale = numberScale([...valuesOf(lines), 0], title, area, { smallestSpan: 0.02 });
  return [
    ruleMark([0, scale.position(0), area.width, scale.position(0)], { colour: theme.axis, width: 2 }),
    ...reachMarks(report, area, theme),
    ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme, named }),
    ...lostCrosses(lines, x, area, theme),
  ];
};

const signalPanel = ({ report, x, theme }: Panel, area: Area): readonly Layer[] => {
  const lines = linesOf(report, ({ firstSignal: { log10Rms, sd }, theory }) => ({
    mean: log10Rms,
    ...around(log10Rms, sd),
    theory: theory?.firstSignal,
  }));
  const ends = lines.map(({ rows }) => lastOf(rows, 'mean') ?? 0);
  const scale = powerScale(valuesOf(lines), 'gradient at the first layer: RMS of ∂loss/∂z', area);
  return [
    ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme, named: null }),
    ...lostCrosses(lines, x, area, theme),
    ...float32Limits(scale, area, theme, [0, Math.min(...ends)], false),
  ];
};

const lossPanel = ({ report, x, theme }: Panel, area: Area, named: Area): readonly Layer[] => {
  const lines = linesOf(
    report,
    ({ training }) => ({ mean: training?.loss ?? null, ...around(training?.loss, training?.sd) }),
    ({ points }) => {
      const losses = points.flatMap((point) => (isNumber(point?.training?.loss) ? [point.training.loss] : []));
      return losses.length === 0 ? [] : [`best ${Math.min(...losses).toPrecision(3)}`];
    },
  );
  const points = report.curves.flatMap((curve) => curve.points);
  const chance = points.find((point) => point?.training?.chanceLoss != null)?.training?.chanceLoss ?? null;
  const scale = lossScale(valuesOf(lines), chance, 'loss at the end of the training', area);
  return [
    ...chanceLine(chance, scale, area, theme),
    ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme, named }),
    ...lostCrosses(lines, x, area, theme),
  ];
};

/** One standard deviation to either side. */
const around = (mean: number | null | undefined, sd: number | null | undefined) =>
  isNumber(mean) && isNumber(sd) ? { low: mean - sd, high: mean + sd } : {};
