import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import type { Area, Layer } from './layer.ts';
import { boxMark, ruleMark, textMark } from './marks.ts';
import type { PowerScale } from './power-scale.ts';

/** log₁₀ of the limits of float32. **Source** IEEE 754 binary32: 2⁻¹⁴⁹, 2⁻¹²⁶, 2¹²⁸. */
export const float32: { readonly smallest: number; readonly smallestNormal: number; readonly largest: number } = {
  smallest: -149 * Math.log10(2),
  smallestNormal: -126 * Math.log10(2),
  largest: 128 * Math.log10(2),
};

/** Where float32 training loses digits, sees zero, or overflows: as far as the scale reaches there. */
export const float32Limits = ({ low, high, position }: PowerScale, area: Area, theme: Theme): readonly Layer[] => {
  const isInView = (log10: number): boolean => low < log10 && log10 < high;
  const limit = (log10: number, words: string, below: boolean): readonly Layer[] =>
    isInView(log10) ? draw(position(log10), words, below, area, theme) : [];
  const shade = (from: number, to: number): Layer => boxMark([0, position(from), area.width, position(to)], theme.limit, 0.1);
  return [
    ...(low < float32.smallest ? [shade(low, Math.min(high, float32.smallest))] : []),
    ...(high > float32.largest ? [shade(Math.max(low, float32.largest), high)] : []),
    ...limit(float32.smallest, 'float32 sees zero below 10⁻⁴⁵', true),
    ...(low > float32.smallest ? limit(float32.smallestNormal, 'float32 loses digits below 10⁻³⁸', true) : []),
    ...limit(float32.largest, 'float32 overflows above 10³⁸', false),
  ];
};

const draw = (y: number, words: string, isBelow: boolean, { width }: Area, { limit }: Theme): readonly Layer[] => [
  ruleMark([0, y, width, y], { colour: limit, dash: [2, 5], width: 2 }),
  textMark(words, width - 8, isBelow ? y + 6 : y - 6, {
    colour: limit,
    size: sizes.note,
    align: 'right',
    baseline: isBelow ? 'top' : 'bottom',
  }),
];
