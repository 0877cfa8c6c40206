import type { Report } from '@vanish/core';
import { type EndLabel, endLabels } from '../frame/end-labels.ts';
import { float32, float32Limits } from '../frame/float32.ts';
import type { LabelledScale } from '../frame/labelled-scale.ts';
import { type Area, isNumber, type Layer } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { bandMark, lineMark, textMark } from '../frame/marks.ts';
import { powerScale } from '../frame/power-scale.ts';
import { shelf, shelfHeight } from '../frame/shelf.ts';
import type { Theme } from '../theme/theme.ts';
import { describeProfile } from '../words/describe-profile.ts';
import { type LayerWord, layerWord } from '../words/layer-word.ts';
import { lostNetworks } from '../words/lost-networks.ts';
import { signed } from '../words/numbers.ts';
import { decadesPerLayer } from '../words/slope.ts';
import { firstOf, lastOf } from './ends-of.ts';
import type { Plot } from './plot.ts';
import { type ProfileRow, profileRows } from './profile-rows.ts';
import { profileShelf } from './profile-shelf.ts';

/** RMS of the gradient at every layer, measured and predicted, on a logarithmic scale. */
export const profile: Plot = {
  name: 'profile',
  summary: 'size of the gradient at every layer: measured, predicted, and where float32 gives up',
  key: (report) => profileKey(report),
  missing: () => null,
  draw: (report, room, theme) => {
    const rows = profileRows(report);
    const shelfRows = profileShelf(report, theme);
    const x = layerAxis(report.experiment.depth, layerWord(report));
    const area = { width: room.width, top: 0, bottom: room.height - shelfHeight(shelfRows) };
    const scale = powerScale(shown(rows), places[layerWord(report)], area);
    const ends = [firstOf(rows, 'mean') ?? firstOf(rows, 'theory'), lastOf(rows, 'mean') ?? lastOf(rows, 'theory')] as const;
    return [
      { layer: curves(rows, report, { x, y: scale.encode }, theme) },
      ...float32Limits(scale, area, theme, ends),
      ...shelf(shelfRows, { ...area, bottom: room.height }, x, theme),
      ...endLabels(labels(rows, report, scale, theme), area),
      ...(rows.some(({ mean, theory }) => mean !== null || theory !== null) ? [] : [nothing(area, theme)]),
    ];
  },
  describe: describeProfile,
};

/** How to read line, bands and bars. */
const profileKey = (report: Report): string => {
  const { seeds } = report.experiment;
  const isPartial = report.measured.layers.some((layer) =>
    Object.values(lostNetworks(layer, seeds)).some((share) => share > 0 && share < 1),
  );
  const isSeen = report.measured.layers.some(({ signal }) => signal.log10Rms !== null);
  const bands = seeds > 1 && isSeen ? ['line: mean', 'bands: ±1 sd and all networks'] : [];
  return [...bands, ...(isPartial ? ['faint bar: some networks'] : [])].join(' · ');
};

/** All values that the scale must hold, and float32's floor where the signal reaches it. */
const shown = (rows: readonly ProfileRow[]): readonly (number | null)[] => {
  const values = rows.flatMap(({ mean, low, high, least, most, theory }) => [mean, low, high, least, most, theory]);
  const reachesFloor = values.some((value) => isNumber(value) && value < float32.smallestNormal);
  return reachesFloor ? [...values, float32.smallest] : values;
};

const curves = (
  rows: readonly ProfileRow[],
  report: Report,
  axes: Parameters<typeof lineMark>[2],
  theme: Theme,
): readonly Layer[] => {
  const hasPoints = report.experiment.depth <= 60;
  const colour = theme.measured;
  return [
    ...bandMark(rows, ['least', 'most'], axes, { colour, opacity: 0.14 }),
    ...bandMark(rows, ['low', 'high'], axes, { colour, opacity: 0.26 }),
    ...lineMark(rows, 'mean', axes, { colour, hasPoints }),
    ...lineMark(rows, 'theory', axes, { colour: theme.theory, dash: [10, 7], width: 3, hasPoints: false }),
  ];
};

const labels = (rows: readonly ProfileRow[], report: Report, { position }: LabelledScale, theme: Theme): readonly EndLabel[] => {
  const { measured, theory } = report;
  const [mean, predicted] = [lastOf(rows, 'mean'), lastOf(rows, 'theory')];
  const note = (slope: number | null): readonly string[] =>
    slope === null ? [] : [`${signed(slope)} decades`, `per ${layerWord(report)}`];
  const label = (
    name: string,
    at: number | null,
    slope: number | null,
    look: { colour: string; dash?: readonly number[] },
  ): readonly EndLabel[] => (at === null ? [] : [{ name, notes: note(slope), at: position(at), ...look }]);
  return [
    ...label('measured', mean, measured.decadesPerLayer.value, { colour: theme.measured }),
    ...label('theory', predicted, theory === null ? null : decadesPerLayer(theory), { colour: theme.theory, dash: [9, 6] }),
  ];
};

const nothing = (area: Area, { quiet }: Theme): Layer =>
  textMark('no layer has a gradient that is an ordinary number', area.width / 2, (area.top + area.bottom) / 2, {
    colour: quiet,
    align: 'center',
  });

/** Where the signal is read, by what a row is. */
const places: Readonly<Record<LayerWord, string>> = {
  layer: 'gradient at the pre-activations: RMS of ∂loss/∂z',
  block: 'gradient where each block begins: RMS of ∂loss/∂x',
  'time step': 'gradient that reaches back to each time step: RMS of ∂loss/∂z',
};
