import type { Report } from '@vanish/core';
import { float32, float32Limits } from '../frame/float32.ts';
import type { Area } from '../frame/layer.ts';
import { isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import { layerAxis } from '../frame/layer-axis.ts';
import { powerScale } from '../frame/power-scale.ts';
import { firstOf, lastOf } from '../plots/ends-of.ts';
import type { Theme } from '../theme/theme.ts';
import { layerWord } from '../words/layer-word.ts';
import { signed } from '../words/numbers.ts';
import { type ManyLine, manyLines } from './many-lines.ts';

/** A network of an overlay. */
export interface Overlaid {
  readonly name: string;
  readonly report: Report;
}

/**
 * The gradient of several networks, layer by layer. All end at the loss, on the right, where the gradient comes from: of networks of
 * unequal depth the deepest gives the numbers.
 */
export const gradientLines = (networks: readonly Overlaid[], area: Area, theme: Theme): readonly Layer[] => {
  const depths = networks.map(({ report }) => report.measured.layers.length);
  const deepest = Math.max(1, ...depths);
  const [first] = networks;
  const words = new Set(networks.map(({ report }) => layerWord(report)));
  const word = words.size === 1 && first !== undefined ? layerWord(first.report) : 'layer';
  const axis = layerAxis(deepest, word);
  const isEven = new Set(depths).size === 1;
  const x = isEven
    ? axis
    : { ...axis, axis: { ...(axis['axis'] as object), title: `${word} of the deepest · all end at the loss, on the right` } };
  const lines = networks.map(({ name, report }) => lineOf(name, report, deepest));
  const shown = lines.flatMap(({ rows }) =>
    rows.flatMap((row) => [row['mean'], row['low'], row['high'], row['theory']].map(number)),
  );
  const reachesFloor = shown.some((value) => isNumber(value) && value < float32.smallestNormal);
  const scale = powerScale(reachesFloor ? [...shown, float32.smallest] : shown, titles(words), area);
  const rows = lines[0]?.rows ?? [];
  return [
    ...manyLines(lines, { x, y: scale.encode }, { area, position: scale.position, theme }),
    ...float32Limits(scale, area, theme, [firstOf(rows, 'mean'), lastOf(rows, 'mean')]),
  ];
};

const titles = (words: ReadonlySet<string>): string =>
  words.size === 1 && words.has('layer')
    ? 'gradient at the pre-activations: RMS of ∂loss/∂z'
    : 'gradient that arrives: RMS of ∂loss/∂z';

const lineOf = (name: string, { measured: { layers, decadesPerLayer }, theory }: Report, deepest: number): ManyLine => ({
  name,
  notes: decadesPerLayer.value === null ? [] : [`${signed(decadesPerLayer.value)} decades/layer`],
  rows: layers.map(({ signal: { log10Rms, sd } }, index): Row => {
    const expected = theory?.layers[index]?.log10Rms;
    return {
      layer: index + 1 + deepest - layers.length,
      mean: isNumber(log10Rms) ? rounded(log10Rms) : null,
      low: isNumber(log10Rms) && isNumber(sd) ? rounded(log10Rms - sd) : null,
      high: isNumber(log10Rms) && isNumber(sd) ? rounded(log10Rms + sd) : null,
      theory: isNumber(expected) ? rounded(expected) : null,
    };
  }),
});

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
