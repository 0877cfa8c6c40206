import type { Report } from '@vanish/core';
import { type Area, isNumber, type Layer, type Row } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { type Axes, type Stroke, textMark } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import { shareScale } from '../frame/share-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { describeBranches } from '../words/describe-branches.ts';
import { layerWord } from '../words/layer-word.ts';
import { percent } from '../words/numbers.ts';
import { branchNames, branchRows } from './branch-rows.ts';
import { firstOf, lastOf } from './ends-of.ts';
import { type Plot, stackPanels } from './plot.ts';
import { dashed, drawSeries, pointsOf, type Series, valuesOf } from './series.ts';

/** Residual branch against skip path: what either contributes forward, and how much of the gradient comes back through the branch. */
export const branches: Plot = {
  name: 'branches',
  summary: 'branch against skip path: what the branch adds, and its share of the gradient',
  key: ({ experiment: { seeds } }) => (seeds > 1 ? 'mean over networks, examples and units' : 'over examples and units'),
  missing: ({ measured: { layers } }) =>
    layers.some(({ paths }) => paths !== undefined)
      ? null
      : 'the network has no skip connections; net=resnet, net=rescnn and net=transformer have, unless skip=none',
  draw: (report, room, theme) => {
    const rows = branchRows(report);
    const x = layerAxis(report.measured.layers.length, layerWord(report));
    const [upper, lower] = stackPanels(room, [0.56, 0.44]);
    return [...terms(report, { rows, x, area: upper }, theme), ...shares(report, { rows, x, area: lower }, theme)];
  },
  describe: describeBranches,
};

/** A panel, and what it is drawn from. */
interface Panel {
  readonly rows: readonly Row[];
  readonly x: Axes['x'];
  readonly area: Area;
}

const terms = (report: Report, { rows, x, area }: Panel, theme: Theme): readonly Layer[] => {
  const names = branchNames(report);
  const lines = names.map(
    (name, number): Series => [`term${number}`, name, ['adds'], { ...strokeOf(number, theme), ...pointsOf(rows) }],
  );
  const carried: Stroke = { colour: theme.quiet, width: 7, shape: 'diamond', ...pointsOf(rows) };
  const series: readonly Series[] = [
    ['skip', 'skip path', ['carries'], carried],
    ...lines,
    ...names.map((_, number): Series => [`term${number}Theory`, null, [], dashed(theme)]),
    ['skipTheory', 'theory', [], dashed(theme)],
  ];
  const scale = powerScale(
    valuesOf(rows, series),
    '→ forward: RMS of what the skip path carries, and of what the branch adds',
    area,
  );
  return [...drawSeries(series, rows, { x, y: scale.encode }, scale.position, area), ...silence(report, area, theme)];
};

/** Which branches have no line, because they add nothing at all or no finite number. */
const silence = (report: Report, { width, bottom }: Area, { quiet }: Theme): readonly Layer[] => {
  const words = branchNames(report).flatMap((name, number) => {
    const terms = report.measured.layers.map(({ paths }) => paths?.[number]?.forward);
    if (terms.some((term) => isNumber(term?.branch.log10Rms))) return [];
    return [`${name} adds ${terms.every((term) => term?.branchShare === 0) ? 'exactly 0' : 'no finite number'}`];
  });
  const lettering = { colour: quiet, size: sizes.note, align: 'center', baseline: 'bottom' } as const;
  return words.length === 0 ? [] : [textMark(words.join(', '), width / 2, bottom - 8, lettering)];
};

const shares = (report: Report, { rows, x, area }: Panel, theme: Theme): readonly Layer[] => {
  const names = branchNames(report);
  const lines = names.map(
    (name, number): Series => [
      `share${number}`,
      name,
      [endsOf(rows, `share${number}`)],
      { ...strokeOf(number, theme), ...pointsOf(rows) },
    ],
  );
  const series = [
    ...lines,
    ...names.map((_, number): Series => [`share${number}Theory`, number === 0 ? 'theory' : null, [], dashed(theme)]),
  ];
  const scale = shareScale('← backward: share of the squared gradient that comes through the branch', area);
  return drawSeries(series, rows, { x, y: scale.encode }, scale.position, area);
};

/** Its shares at the first and the last block, in the order in which they stand: `50 % … 9 %`. */
const endsOf = (rows: readonly Row[], field: string): string => {
  const [first, last] = [firstOf(rows, field), lastOf(rows, field)];
  const words = [first, last].map((share) => (share === null ? '' : percent(share)));
  return words[0] === words[1] ? (words[0] ?? '') : words.join(' … ');
};

/** Told apart by colour, by shape and by dash. */
const strokeOf = (number: number, { measured, second }: Theme): Omit<Stroke, 'hasPoints'> =>
  number === 0 ? { colour: measured } : { colour: second, shape: 'square', dash: [3, 4] };
