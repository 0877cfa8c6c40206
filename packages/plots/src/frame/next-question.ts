import { textWidth } from '../render/text-width.ts';
import { wrap } from '../render/wrap.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import type { Layer } from './layer.ts';
import { textMark } from './marks.ts';

/** What to ask next, why, and what is to be expected of it. */
export interface Next {
  readonly query: string;
  readonly why: string;
  readonly expected: string;
}

/** Both sides and the lower edge of what may be written on. **Unit** pixels. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const lead = 'next: ';
/** From a question to its reason. **Unit** pixels. */
const gap = 14;
/** From the lower edge up to the middle of a single line, and of the first of two. **Unit** pixels. */
const [single, double] = [30, 44];

/** The next question at the foot of a picture, whole if two lines can hold it, and why to ask it, as far as there is room. */
export const nextQuestion = (next: Next | null, { left, right, bottom }: Place, { quiet, text }: Theme): readonly Layer[] => {
  if (next === null) return [];
  const start = left + textWidth(lead, sizes.text);
  const room = right - start;
  const lines = wrap(next.query, { width: room, size: sizes.text, weight: 600, lines: 2 });
  const behind = textWidth(lines.at(-1) ?? '', sizes.text, 600) + gap;
  const reason = chooseReason(next, room - behind, lines.length === 1 ? room : 0);
  const first = bottom - (lines.length > 1 || reason.isBelow ? double : single);
  const at = (line: number): number => first + line * sizes.textLine;
  const [x, line] = reason.isBelow ? [start, 1] : [start + behind, lines.length - 1];
  return [
    textMark(lead, left, first, { colour: quiet }),
    ...lines.map((part, index) => textMark(part, start, at(index), { colour: text, weight: 600 })),
    ...(reason.text === '' ? [] : [textMark(reason.text, x, at(line), { colour: quiet, size: sizes.note })]),
  ];
};

/** What is to be expected, with its number, or else the reason, where one of them fits beside the question; otherwise below it. */
const chooseReason = (
  { why, expected }: Next,
  beside: number,
  below: number,
): { readonly text: string; readonly isBelow: boolean } => {
  const fitting = (width: number): string | undefined =>
    [expected, why].find((reason) => reason !== '' && textWidth(reason, sizes.note) <= width);
  const text = fitting(beside);
  if (text !== undefined) return { text, isBelow: false };
  const cut = below === 0 ? '' : (wrap(why, { width: below, size: sizes.note, lines: 1 })[0] ?? '');
  const lower = fitting(below) ?? cut;
  return { text: lower, isBelow: lower !== '' };
};
