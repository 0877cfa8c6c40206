import type { CureReport, Treatment } from '@vanish/core';
import { axisWidth } from '../../frame/labelled-scale.ts';
import { type Area, isNumber, type Layer } from '../../frame/layer.ts';
import { boxMark, ruleMark, textMark } from '../../frame/marks.ts';
import { wholeRoom } from '../../plots/plot.ts';
import { textWidth } from '../../render/text-width.ts';
import { wrap } from '../../render/wrap.ts';
import type { Theme } from '../../theme/theme.ts';
import { sizes } from '../../theme/typography.ts';
import { signed } from '../../words/numbers.ts';
import { describeCure } from '../describe-studies.ts';
import type { StudyPlot } from '../study-plot.ts';

/** Treatments that are told apart. */
const mostShown = 14;

/** Every remedy that was tried: what is left of the slope that the patient has. */
export const remedies: StudyPlot<CureReport> = {
  of: 'cure',
  rank: 2,
  name: 'remedies',
  summary: 'the slope of the gradient that every remedy leaves, best first',
  key: () => 'bar: decades between the last layer and the first',
  missing: ({ treatments }) => (treatments.length === 0 ? 'no remedy fits this network' : null),
  draw: (report, room, theme) => bars(report, wholeRoom(room), theme),
  describe: describeCure,
};

/** Room for names left of the bars: as wide as the widest, but no wider than leaves the bars their room. **Unit** pixels. */
const [leastNameRoom, mostNameRoom] = [100, 380];
/** From a name to the bars. **Unit** pixels. */
const nameGap = 14;

/** A bar: whose, how long, and what came of it; null of the patient. */
interface Bar {
  readonly name: string;
  readonly decades: number | null;
  readonly effect: Treatment['effect'] | null;
}

const bars = ({ patient, treatments }: CureReport, { width, bottom }: Area, theme: Theme): readonly Layer[] => {
  const layers = patient.measured.layers;
  const [first, last] = [layers[0]?.signal.log10Rms, layers.at(-1)?.signal.log10Rms];
  const rows: readonly Bar[] = [
    { name: 'as it is', decades: isNumber(first) && isNumber(last) ? first - last : null, effect: null },
    ...treatments.slice(0, mostShown),
  ];
  const widest = Math.max(leastNameRoom, ...rows.map((row) => textWidth(row.name, sizes.note, weightOf(row))));
  const nameRoom = Math.min(mostNameRoom, widest - axisWidth + 2 * nameGap);
  const values = rows.flatMap(({ decades }) => (isNumber(decades) ? [decades] : []));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const at = (value: number): number => nameRoom + ((value - low) / (high - low || 1)) * (width - nameRoom - 84);
  const height = Math.min(34, bottom / rows.length);
  return [
    ruleMark([at(0), 0, at(0), height * rows.length], { colour: theme.axis, width: 2 }),
    ...rows.flatMap((row, index) =>
      drawBar(row, { middle: (index + 0.5) * height, half: 0.3 * height, at, width, nameRoom }, theme),
    ),
  ];
};

interface Place {
  /** Vertical middle of the bar, and half its height. **Unit** pixels. */
  readonly middle: number;
  readonly half: number;
  readonly at: (value: number) => number;
  readonly width: number;
  /** Where the names end. **Unit** pixels. */
  readonly nameRoom: number;
}

const drawBar = (bar: Bar, { middle, half, at, width, nameRoom }: Place, theme: Theme): readonly Layer[] => {
  const { name, decades, effect } = bar;
  const colour = effect === null ? theme.quiet : colourOf(effect, theme);
  const [zero, end] = [at(0), isNumber(decades) ? at(decades) : at(0)];
  const size = sizes.note;
  const weight = weightOf(bar);
  const [written = ''] = wrap(name, { width: nameRoom + axisWidth - nameGap, size, weight, lines: 1 });
  return [
    textMark(written, nameRoom - nameGap, middle, {
      colour: effect === null ? theme.quiet : theme.text,
      size,
      align: 'right',
      weight,
    }),
    boxMark([Math.min(end, zero), middle - half, Math.max(end, zero), middle + half], colour),
    numberOf(decades, { zero, end, middle, nameRoom }, colour),
    textMark(effect ?? 'the patient', width + 14, middle, { colour, size }),
  ];
};

const weightOf = ({ effect }: Bar): 400 | 600 => (effect === 'cures' ? 600 : 400);

/** The number of a bar beyond its end, or behind the zero line where there is no room. */
const numberOf = (
  decades: number | null,
  { zero, end, middle, nameRoom }: { readonly zero: number; readonly end: number } & Pick<Place, 'middle' | 'nameRoom'>,
  colour: string,
): Layer => {
  const text = isNumber(decades) ? signed(decades) : 'no signal';
  const isLeft = end < zero && end - 70 > nameRoom;
  const x = isLeft ? end - 8 : Math.max(end, zero) + 8;
  return textMark(text, x, middle, { colour, size: sizes.note, align: isLeft ? 'right' : 'left' });
};

const colourOf = (effect: Treatment['effect'], { second, limit, broken, quiet }: Theme): string => {
  switch (effect) {
    case 'cures':
      return second;
    case 'helps':
      return limit;
    case 'makes it worse':
      return broken;
    case 'shows in training':
    case 'changes nothing':
      return quiet;
    default:
      return effect satisfies never;
  }
};
