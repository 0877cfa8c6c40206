import type { Report } from '@vanish/core';
import { type Area, isNumber, type Layer, type Row } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { type Axes, boxMark, textMark } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import { shareScale } from '../frame/share-scale.ts';
import { barsHeight, shelfBars } from '../frame/shelf.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { describeOverview } from '../words/describe-overview.ts';
import { usualUpdate } from '../words/describe-weights.ts';
import { layerWord } from '../words/layer-word.ts';
import { lostNetworks } from '../words/lost-networks.ts';
import { signalSymbol } from '../words/symbols.ts';
import { overviewRows } from './overview-rows.ts';
import { type Plot, stackPanels } from './plot.ts';
import { profileShelf } from './profile-shelf.ts';
import { dashed, drawSeries, pointsOf, type Series, valuesOf } from './series.ts';

/** The signal on its way forward, the gradient on its way back and the step that comes of it, on one axis of layers. */
export const overview: Plot = {
  name: 'overview',
  summary: 'all in one picture: the signal forward, stuck units, the gradient back, the first step',
  key: (report) => overviewKey(report),
  missing: () => null,
  draw: (report, room, theme) => {
    const x = layerAxis(report.measured.layers.length, layerWord(report));
    const panel = { report, rows: overviewRows(report), x, theme };
    // the gradient has most to show; a share needs little height
    const [first, second, third, fourth] = stackPanels(room, [0.24, 0.18, 0.34, 0.24], 52);
    return [
      ...forwardSizes({ ...panel, area: compact(first) }),
      ...stuckUnits({ ...panel, area: compact(second) }),
      ...gradients({ ...panel, area: compact(third) }),
      ...steps({ ...panel, area: compact(fourth) }),
    ];
  },
  describe: describeOverview,
};

/** How to read what has no label of its own. */
const overviewKey = ({ theory, measured, experiment: { seeds } }: Report): string => {
  const isLost = measured.layers.some((layer) => Object.values(lostNetworks(layer, seeds)).some((share) => share > 0));
  return [
    seeds > 1 ? 'lines: mean' : '',
    theory === null ? '' : 'dashed: theory',
    isLost ? 'bar: gradient exactly 0, NaN or ∞' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

/** A panel, and what it is drawn from. */
interface Panel {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly x: Axes['x'];
  readonly theme: Theme;
  readonly area: Area;
}

/** Four panels leave less room for each title than two. */
const compact = (area: Area): Area => ({ ...area, titleGap: 12 });

const forwardSizes = ({ report, rows, x, theme, area }: Panel): readonly Layer[] => {
  const symbol = signalSymbol[layerWord(report)];
  const series: readonly Series[] = [
    ['length', `RMS of ${symbol}`, [], { colour: theme.measured, ...pointsOf(rows) }],
    ['lengthTheory', null, [], dashed(theme)],
  ];
  return sizesOf(series, `→ forward: size of the signal, RMS of ${symbol}`, { report, rows, x, theme, area });
};

const stuckUnits = ({ rows, x, theme, area }: Panel): readonly Layer[] => {
  const series: readonly Series[] = [
    ['saturated', 'saturated', [], { colour: theme.limit, shape: 'triangle-up', ...pointsOf(rows) }],
    ['dead', 'dead', [], { colour: theme.zero, shape: 'diamond', dash: [3, 4], ...pointsOf(rows) }],
  ];
  const scale = shareScale('→ forward: share of units that are saturated or dead', area);
  return drawSeries(series, rows, { x, y: scale.encode }, scale.position, area);
};

const gradients = (panel: Panel): readonly Layer[] => {
  const { report, rows, x, theme, area } = panel;
  const symbol = signalSymbol[layerWord(report)];
  const series: readonly Series[] = [
    ['signal', `∂loss/∂${symbol}`, [], { colour: theme.measured, ...pointsOf(rows) }],
    ['weights', '∂loss/∂W', [], { colour: theme.second, shape: 'square', dash: [3, 4], ...pointsOf(rows) }],
    ['signalTheory', null, [], dashed(theme)],
  ];
  const title = `← backward: size of the gradient, RMS of ∂loss/∂${symbol} and norm of ∂loss/∂W`;
  const lost = profileShelf(report, theme);
  const lines = { ...panel, area: { ...area, bottom: area.bottom - barsHeight(lost) } };
  return [...sizesOf(series, title, lines), ...shelfBars(lost, area, x)];
};

const steps = (panel: Panel): readonly Layer[] => {
  const { report, rows, theme } = panel;
  const title = `first step of ${report.experiment.optimizer.name}, |Δw| / |w| · tinted: usually taken as healthy, 10⁻⁴ to 10⁻¹`;
  const series: readonly Series[] = [['update', '|Δw| / |w|', [], { colour: theme.second, shape: 'square', ...pointsOf(rows) }]];
  return sizesOf(series, title, panel, [usualUpdate.low, usualUpdate.high]);
};

/** Lines on a scale of powers of ten, which also holds the range that is usual, tinted; words where there is no number at all. */
const sizesOf = (
  series: readonly Series[],
  title: string,
  { rows, x, theme, area }: Panel,
  usual: readonly number[] = [],
): readonly Layer[] => {
  const values = valuesOf(rows, series);
  const scale = powerScale([...values, ...usual], title, area);
  const [low, high] = usual.map(scale.position);
  return [
    ...(low === undefined || high === undefined ? [] : [boxMark([0, high, area.width, low], theme.second, 0.12)]),
    ...drawSeries(series, rows, { x, y: scale.encode }, scale.position, area),
    ...(values.some(isNumber) ? [] : [nothing(area, theme)]),
  ];
};

const nothing = ({ width, top, bottom }: Area, { quiet }: Theme): Layer =>
  textMark('exactly zero or not finite everywhere', width / 2, (top + bottom) / 2, {
    colour: quiet,
    size: sizes.note,
    align: 'center',
  });
