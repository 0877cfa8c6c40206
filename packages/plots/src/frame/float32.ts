import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import type { LabelledScale } from './labelled-scale.ts';
import type { Area, Layer } from './layer.ts';
import { boxMark, ruleMark, textMark } from './marks.ts';

/** log₁₀ of the limits of float32. **Source** IEEE 754 binary32: 2⁻¹⁴⁹, 2⁻¹²⁶, 2¹²⁸. */
export const float32: { readonly smallest: number; readonly smallestNormal: number; readonly largest: number } = {
  smallest: -149 * Math.log10(2),
  smallestNormal: -126 * Math.log10(2),
  largest: 128 * Math.log10(2),
};

/** Where float32 training loses digits (where there is room for that), sees zero, or overflows: as far as the scale reaches there. */
export const float32Limits = (
  { low, high, position }: LabelledScale,
  { width, bottom }: Area,
  theme: Theme,
  ends: readonly [number | null, number | null],
  hasRoom: boolean = high - low < 60,
): readonly Layer[] => {
  const limit = (log10: number, words: string, isFloor: boolean): readonly Layer[] => {
    if (log10 <= low || log10 >= high) return [];
    const away = ends.map((end) => Math.abs((end ?? log10) - log10));
    const isLeft = (away[0] ?? 0) > (away[1] ?? 0);
    const y = position(log10);
    // below its line, but never across the axis
    const isBelow = isFloor && bottom - y > 7 + sizes.note;
    const lettering = {
      colour: theme.limit,
      size: sizes.note,
      align: isLeft ? 'left' : 'right',
      baseline: isBelow ? 'top' : 'bottom',
    } as const;
    return [
      ruleMark([0, y, width, y], { colour: theme.limit, dash: [2, 5], width: 2 }),
      textMark(words, isLeft ? 10 : width - 10, isBelow ? y + 7 : y - 7, lettering),
    ];
  };
  const shade = (from: number, to: number): Layer => boxMark([0, position(from), width, position(to)], theme.limit, 0.1);
  return [
    ...(low < float32.smallest ? [shade(low, Math.min(high, float32.smallest))] : []),
    ...(high > float32.largest ? [shade(Math.max(low, float32.largest), high)] : []),
    ...limit(float32.smallest, 'float32 sees zero below 10⁻⁴⁵', true),
    ...limit(float32.largest, 'float32 overflows above 10³⁸', false),
    ...(hasRoom ? limit(float32.smallestNormal, 'float32 loses digits below 10⁻³⁸', true) : []),
  ];
};
