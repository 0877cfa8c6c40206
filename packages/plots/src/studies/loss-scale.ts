import type { LabelledScale } from '../frame/labelled-scale.ts';
import { type Area, isNumber, type Layer } from '../frame/layer.ts';
import { ruleMark, textMark } from '../frame/marks.ts';
import { numberScale } from '../frame/number-scale.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';

/** How far above what chance loses the scale reaches: what bursts beyond it would press all others flat. */
const mostOfChance = 1.6;

/** The scale of losses from 0 on, what chance would lose among them. */
export const lossScale = (
  losses: readonly (number | null)[],
  chance: number | null,
  title: string,
  area: Area,
): LabelledScale => {
  const most = chance === null ? Number.POSITIVE_INFINITY : mostOfChance * chance;
  const shown = losses.map((loss) => (isNumber(loss) ? Math.min(loss, most) : null));
  const isCut = losses.some((loss) => isNumber(loss) && loss > most);
  return numberScale([0, ...shown, chance], isCut ? `${title}, cut off at ${most.toPrecision(2)}` : title, area, {
    smallestSpan: 0.1,
    write: String,
  });
};

/** The line of what chance would lose, where that is known. */
export const chanceLine = (chance: number | null, scale: LabelledScale, area: Area, theme: Theme): readonly Layer[] => {
  if (chance === null) return [];
  const height = scale.position(chance);
  const note = { colour: theme.limit, size: sizes.note, align: 'right', baseline: 'bottom' } as const;
  return [
    ruleMark([0, height, area.width, height], { colour: theme.limit, dash: [3, 5], width: 2.5 }),
    textMark('chance', area.width - 6, height - 6, note),
  ];
};
