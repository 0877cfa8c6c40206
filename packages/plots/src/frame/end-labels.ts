import { sizes } from '../theme/typography.ts';
import type { Layer } from './layer.ts';
import { ruleMark, textMark, usualWidth } from './marks.ts';

/** The name of a line, written where the line ends: what it is, and one line per note. */
export interface EndLabel {
  readonly name: string;
  readonly notes: readonly string[];
  readonly colour: string;
  readonly dash?: readonly number[];
  /** **Unit** pixels. */
  readonly width?: number;
  /** Where the line ends. **Unit** pixels. */
  readonly at: number;
}

/** Length of the piece of line that stands before a name. **Unit** pixels. */
const sample = 30;

/** The labels right of a panel, moved apart where lines end close to each other. */
export const endLabels = (
  labels: readonly EndLabel[],
  { width, top, bottom }: { width: number; top: number; bottom: number },
): readonly Layer[] => {
  const rank = ({ at }: EndLabel): number => Math.round(at / sizes.noteLine);
  const sorted = [...labels].sort((one, other) => rank(one) - rank(other));
  const tops = spread(
    sorted.map(({ at, notes }) => ({ wanted: at - sizes.noteLine / 2, height: (notes.length + 1) * sizes.noteLine + 10 })),
    top - sizes.noteLine / 2,
    bottom + sizes.noteLine / 2,
  );
  return sorted.flatMap((label, index) => draw(label, width + 14, (tops[index] ?? 0) + sizes.noteLine / 2));
};

const draw = ({ name, notes, colour, dash = [], width = usualWidth }: EndLabel, x: number, y: number): readonly Layer[] => [
  ruleMark([x, y, x + sample, y], { colour, width, dash }),
  textMark(name, x + sample + 10, y, { colour, weight: 600, size: sizes.note }),
  ...notes.map((note, line) => textMark(note, x + sample + 10, y + (line + 1) * sizes.noteLine, { colour, size: sizes.note })),
];

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
