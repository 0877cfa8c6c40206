import type { Weight } from '../theme/typography.ts';
import { textWidth } from './text-width.ts';

/** How a text may be broken. */
export interface Paragraph {
  /** **Unit** pixels. */
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly lines: number;
}

/** A text in as many lines as `wrap` needs, but of about the same length: no last line of one word. */
export const balance = (text: string, paragraph: Paragraph): readonly string[] => {
  const lines = wrap(text, paragraph).length;
  let [narrow, wide] = [paragraph.width / 2, paragraph.width];
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2;
    if (wrap(text, { ...paragraph, width: middle, lines: lines + 1 }).length > lines) narrow = middle;
    else wide = middle;
  }
  return wrap(text, { ...paragraph, width: wide });
};

/** A text in lines that fit; what does not fit into the last one ends in an ellipsis. */
export const wrap = (text: string, { width, size, weight = 400, lines }: Paragraph): readonly string[] => {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const wrapped: string[] = [];
  for (const word of wordsOf(text, lines * width)) {
    for (const piece of chop(word, fits)) {
      const joined = wrapped.length === 0 ? piece : `${wrapped.at(-1)} ${piece}`;
      if (fits(joined)) wrapped.splice(-1, 1, joined);
      else wrapped.push(piece);
    }
  }
  if (wrapped.length <= lines) return wrapped;
  return [...wrapped.slice(0, lines - 1), shorten(wrapped[lines - 1] ?? '', fits)];
};

/** Items between middle dots in lines that fit; none is broken as long as the lines suffice. */
export const wrapItems = (text: string, paragraph: Paragraph): readonly string[] => {
  const lines: string[] = [];
  for (const item of text.split(dot)) {
    const joined = `${lines.at(-1)}${dot}${item}`;
    if (lines.length > 0 && textWidth(joined, paragraph.size, paragraph.weight) <= paragraph.width) lines.splice(-1, 1, joined);
    else lines.push(item);
  }
  return lines.length <= paragraph.lines && lines.every((line) => wrap(line, { ...paragraph, lines: 2 }).length === 1)
    ? lines
    : wrap(text, paragraph);
};

const dot = ' · ';

/** The words of the beginning of a text: no character is narrower than a pixel, so what is beyond `pixels` characters cannot fit. */
const wordsOf = (text: string, pixels: number): readonly string[] =>
  text
    .slice(0, pixels)
    // a number keeps its percent sign
    .split(/\s+(?!%)/u)
    .filter((word) => word !== '');

/** Pieces of a word that each fit a line: queries have no spaces where they are long. */
const chop = (word: string, fits: (line: string) => boolean): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
};

const shorten = (line: string, fits: (line: string) => boolean): string => {
  const characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join('')} …`)) characters.pop();
  return `${characters.join('').trimEnd()} …`;
};
