import type { Report } from '@vanish/core';
import { float32, float32Limits } from '../frame/float32.ts';
import type { Area } from '../frame/layer.ts';
import { isNumber, type Layer, type Row, rounded } from '../frame/layer.ts';
import { layerAxis, layerTicks } from '../frame/layer-axis.ts';
import { ruleMark, textMark } from '../frame/marks.ts';
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
 * unequal depth the deepest gives the numbers. Above another panel, which has an axis of its own, the layers are placed and numbered
 * here.
 */
export const gradientLines = (networks: readonly Overlaid[], area: Area, theme: Theme, isAbove = false): readonly Layer[] => {
  const depths = networks.map(({ report }) => report.measured.layers.length);
  const deepest = Math.max(1, ...depths);
  const [first] = networks;
  const words = new Set(networks.map(({ report }) => layerWord(report)));
  const word = words.size === 1 && first !== undefined ? layerWord(first.report) : 'layer';
  const axis = layerAxis(deepest, word);
  const isEven = new Set(depths).size === 1;
  const title = `${word} of the deepest · all end at the loss, on the right`;
  const own = isAbove ? placedAxis(deepest, isEven ? word : title, area, theme) : null;
  const x = own?.x ?? (isEven ? axis : { ...axis, axis: { ...(axis['axis'] as object), title } });
  const lines = networks.map(({ name, report }) => lineOf(name, report, { deepest, width: area.width }));
  const shown = lines.flatMap(({ rows }) =>
    rows.flatMap((row) => [row['mean'], row['low'], row['high'], row['theory']].map(number)),
  );
  const reachesFloor = shown.some((value) => isNumber(value) && value < float32.smallestNormal);
  const scale = powerScale(reachesFloor ? [...shown, float32.smallest] : shown, titles(words), area);
  const rows = lines[0]?.rows ?? [];
  return [
    ...manyLines(lines, { x, y: scale.encode }, { area, scale, theme }),
    ...float32Limits(scale, area, theme, [firstOf(rows, 'mean'), lastOf(rows, 'mean')]),
    ...(own?.layers ?? []),
  ];
};

/** Layers at places of the canvas, so that another panel may count something else from left to right. */
const placedAxis = (depth: number, title: string, { width, bottom }: Area, theme: Theme) => {
  const at = (layer: number): number => ((layer - 0.5) / depth) * width;
  return {
    x: { field: 'place', type: 'quantitative', scale: null, axis: null },
    layers: [
      ruleMark([0, bottom, width, bottom], { colour: theme.axis, width: 1 }),
      ...layerTicks(depth).map((layer) =>
        textMark(String(layer), at(layer), bottom + 22, { colour: theme.quiet, align: 'center' }),
      ),
      textMark(title, width / 2, bottom + 50, { colour: theme.text, align: 'center' }),
    ],
  };
};

const titles = (words: ReadonlySet<string>): string =>
  words.size === 1 && words.has('layer')
    ? 'gradient at the pre-activations: RMS of ∂loss/∂z'
    : 'gradient that arrives: RMS of ∂loss/∂z';

const lineOf = (
  name: string,
  { measured: { layers, decadesPerLayer }, theory }: Report,
  { deepest, width }: { readonly deepest: number; readonly width: number },
): ManyLine => ({
  name,
  notes: decadesPerLayer.value === null ? [] : [`${signed(decadesPerLayer.value)} decades`, 'per layer'],
  rows: layers.map(({ signal: { log10Rms, sd } }, index): Row => {
    const expected = theory?.layers[index]?.log10Rms;
    const layer = index + 1 + deepest - layers.length;
    return {
      layer,
      place: rounded(((layer - 0.5) / deepest) * width),
      mean: isNumber(log10Rms) ? rounded(log10Rms) : null,
      low: isNumber(log10Rms) && isNumber(sd) ? rounded(log10Rms - sd) : null,
      high: isNumber(log10Rms) && isNumber(sd) ? rounded(log10Rms + sd) : null,
      theory: isNumber(expected) ? rounded(expected) : null,
    };
  }),
});

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
