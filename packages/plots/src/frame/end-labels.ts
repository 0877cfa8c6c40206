import { sizes } from '../theme/typography.ts';
import type { Layer } from './layer.ts';
import { pointMark, ruleMark, textMark, usualWidth } from './marks.ts';

/** The name of a line, written where the line ends: what it is, and one line per note. */
export interface EndLabel {
  readonly name: string;
  readonly notes: readonly string[];
  readonly colour: string;
  readonly dash?: readonly number[];
  /** Of the line's points, where they tell it apart. */
  readonly shape?: string;
  /** **Unit** pixels. */
  readonly width?: number;
  /** Where the line ends. **Unit** pixels. */
  readonly at: number;
}

/** Length of the piece of line that stands before a name. **Unit** pixels. */
const sample = 30;
/** From a panel to the piece of line, and from there to the name. **Unit** pixels. */
const [before, behind] = [14, 10];
/** Between one label and the next, where there is room. **Unit** pixels. */
const usualGap = 10;

/** From a panel to the names beside it. **Unit** pixels. */
export const nameOffset: number = before + sample + behind;

/** The labels right of a panel, moved apart where lines end close to each other. */
export const endLabels = (
  labels: readonly EndLabel[],
  { width, top, bottom }: { width: number; top: number; bottom: number },
): readonly Layer[] => {
  const rank = ({ at }: EndLabel): number => Math.round(at / sizes.noteLine);
  const sorted = [...labels].sort((one, other) => rank(one) - rank(other));
  const [from, to] = [top - sizes.noteLine / 2, bottom + sizes.noteLine / 2];
  const lines = sorted.reduce((sum, { notes }) => sum + notes.length + 1, 0);
  const gap = Math.max(0, Math.min(usualGap, (to - from - lines * sizes.noteLine) / sorted.length));
  const tops = spread(
    sorted.map(({ at, notes }) => ({ wanted: at - sizes.noteLine / 2, height: (notes.length + 1) * sizes.noteLine + gap })),
    from,
    to,
  );
  return sorted.flatMap((label, index) => draw(label, width + before, (tops[index] ?? 0) + sizes.noteLine / 2));
};

const draw = (
  { name, notes, colour, dash = [], shape, width = usualWidth }: EndLabel,
  x: number,
  y: number,
): readonly Layer[] => {
  const left = x + sample + behind;
  return [
    ruleMark([x, y, x + sample, y], { colour, width, dash }),
    ...(shape === undefined ? [] : [pointMark(shape, x + sample / 2, y, colour)]),
    textMark(name, left, y, { colour, weight: 600, size: sizes.note }),
    ...notes.map((note, line) => textMark(note, left, y + (line + 1) * sizes.noteLine, { colour, size: sizes.note })),
  ];
};

/** Tops of boxes that do not overlap, near the wanted ones and between the limits as long as there is room. */
const spread = (boxes: readonly { wanted: number; height: number }[], from: number, to: number): readonly number[] => {
  let floor = from;
  const down = boxes.map(({ wanted, height }) => {
    const top = Math.max(floor, wanted);
    floor = top + height;
    return top;
  });
  let ceiling = to;
  const up = [...down.keys()].reverse().map((index) => {
    const top = Math.min(down[index] ?? from, ceiling - (boxes[index]?.height ?? 0));
    ceiling = top;
    return top;
  });
  return up.reverse().map((top) => Math.max(top, from - 10));
};
