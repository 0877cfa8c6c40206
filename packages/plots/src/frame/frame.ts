import type { Specification } from '../picture.ts';
import type { Room } from '../plots/plot.ts';
import { balance, wrap, wrapItems } from '../render/wrap.ts';
import { configure } from '../theme/configure.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { axisWidth } from './labelled-scale.ts';
import type { Layer } from './layer.ts';
import { boxMark, textMark } from './marks.ts';
import { mergeTexts } from './merge-texts.ts';
import { type Next, nextQuestion } from './next-question.ts';

/** What is written around a plot. */
export interface Writing {
  readonly headline: string;
  readonly query: string;
  /** Who measured, and how to read the lines. */
  readonly note: string;
  /** The next question to ask; null where there is none. */
  readonly next: Next | null;
  readonly alt: string;
  /** Colour of the mark beside the headline. */
  readonly accent: 'second' | 'limit' | 'broken';
}

/** Size of every picture. **Unit** pixels. */
export const canvas = { width: 1200, height: 800 } as const;

const edge = 40;
const left = edge + axisWidth;
/** Room right of the plot for names. **Unit** pixels. */
export const sideWidth = 218;
/** Between heading and plot. */
const gap = 26;
/** The title of the vertical axis. */
const titleHeight = 40;
/** From the edge of the plotting area down: axis, its title, the next question. */
const bottom = 128;

/** A whole picture of exactly 1200 × 800: headline, question, plot, next question. */
export const frame = (writing: Writing, theme: Theme, draw: (room: Room) => readonly Layer[]): Specification => {
  const heading = composeHeading(writing);
  const top = edge + heading.height + gap + titleHeight;
  const room = { width: canvas.width - left - sideWidth, height: canvas.height - top - bottom };
  const place = { left: edge - left, right: canvas.width - edge - left, bottom: room.height + bottom };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: writing.alt,
    config: configure(theme),
    width: room.width,
    height: room.height,
    padding: { left, right: sideWidth, top, bottom },
    autosize: 'none',
    layer: mergeTexts([
      ...head(heading, theme[writing.accent], top, theme),
      ...draw(room),
      ...nextQuestion(writing.next, place, theme),
    ]),
    resolve: { scale: { y: 'independent' } },
  };
};

/** Lines above the plot, and the height they take. */
interface Heading {
  readonly headline: readonly string[];
  readonly size: number;
  readonly lineHeight: number;
  readonly subtitle: readonly string[];
  readonly height: number;
}

/** The headline in at most three lines, smaller where it is long; question and note in at most two each. */
const composeHeading = ({ headline, query, note }: Writing): Heading => {
  const width = canvas.width - 2 * edge;
  const isShort = wrap(headline, { width, size: sizes.headline, weight: 600, lines: 3 }).length <= 2;
  const [size, lineHeight] = isShort ? [sizes.headline, sizes.headlineLine] : [sizes.longHeadline, sizes.longHeadlineLine];
  const lines = balance(headline, { width, size, weight: 600, lines: isShort ? 2 : 3 });
  const subtitle = [
    ...wrap(query, { width, size: sizes.text, lines: 2 }),
    ...wrapItems(note, { width, size: sizes.text, lines: 2 }),
  ];
  const height = lines.length * lineHeight + 8 + subtitle.length * sizes.textLine;
  return { headline: lines, size, lineHeight, subtitle, height };
};

/** Written as marks and not as a title: their place then does not depend on who measures the text. */
const head = (heading: Heading, accent: string, top: number, { quiet, text }: Theme): readonly Layer[] => {
  const { headline, size, lineHeight, subtitle, height } = heading;
  const [x, y] = [edge - left, edge - top];
  const below = y + headline.length * lineHeight + 8;
  return [
    boxMark([-left, y, 8 - left, y + height], accent),
    ...headline.map((line, index) => textMark(line, x, y + (index + 0.5) * lineHeight, { colour: text, size, weight: 600 })),
    ...subtitle.map((line, index) => textMark(line, x, below + (index + 0.5) * sizes.textLine, { colour: quiet })),
  ];
};
