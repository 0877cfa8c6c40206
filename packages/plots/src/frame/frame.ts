import type { Specification } from '../picture.ts';
import type { Room } from '../plots/plot.ts';
import { textWidth } from '../render/text-width.ts';
import { wrap } from '../render/wrap.ts';
import { configure } from '../theme/configure.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import type { Layer } from './layer.ts';
import { textMark } from './marks.ts';

/** What is written around a plot. */
export interface Writing {
  readonly headline: string;
  readonly query: string;
  /** Who measured, and how to read the lines. */
  readonly note: string;
  /** The next question to ask; null where there is none. */
  readonly next: { readonly query: string; readonly why: string } | null;
  readonly alt: string;
}

/** Size of every picture. **Unit** pixels. */
export const canvas = { width: 1200, height: 800 } as const;

const edge = 40;
const left = 128;
const right = 218;
/** From the edge of the plotting area down: axis, its title, the next question. */
const bottom = 128;

/** A whole picture of exactly 1200 × 800: headline, question, plot, next question. */
export const frame = (writing: Writing, theme: Theme, draw: (room: Room) => readonly Layer[]): Specification => {
  const heading = head(writing);
  const top = edge - 8 + heading.height + 54;
  const room = { width: canvas.width - left - right, height: canvas.height - top - bottom };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: writing.alt,
    config: configure(theme),
    width: room.width,
    height: room.height,
    padding: { left, right, top, bottom },
    autosize: 'none',
    title: { text: heading.headline, fontSize: heading.size, subtitle: heading.subtitle, dx: edge - left, offset: 54 },
    layer: [...draw(room), ...foot(writing, room, theme)],
    resolve: { scale: { y: 'independent' } },
  };
};

interface Heading {
  readonly headline: readonly string[];
  readonly subtitle: readonly string[];
  readonly size: number;
  readonly height: number;
}

/** The headline in at most three lines, smaller where it is long; the question in at most two. */
const head = ({ headline, query, note }: Writing): Heading => {
  const width = canvas.width - 2 * edge;
  const big = wrap(headline, { width, size: sizes.headline, weight: 600, lines: 4 });
  const size = big.length <= 2 ? sizes.headline : sizes.headline - 5;
  const lines = big.length <= 2 ? big : wrap(headline, { width, size, weight: 600, lines: 3 });
  const subtitle = [...wrap(query, { width, size: sizes.text, lines: 2 }), ...wrap(note, { width, size: sizes.text, lines: 1 })];
  return { headline: lines, subtitle, size, height: lines.length * sizes.headlineLine + 10 + subtitle.length * sizes.textLine };
};

const foot = ({ next }: Writing, { height }: Room, { quiet, text }: Theme): readonly Layer[] => {
  if (next === null) return [];
  const [x, y] = [edge - left, height + bottom - 30];
  const lead = 'next: ';
  const start = x + textWidth(lead, sizes.text);
  const room = canvas.width - 2 * edge - textWidth(lead, sizes.text);
  const query = wrap(next.query, { width: room, size: sizes.text, weight: 600, lines: 1 })[0] ?? '';
  const end = textWidth(query, sizes.text, 600) + 14;
  const why = room - end > 200 ? (wrap(next.why, { width: room - end, size: sizes.text, lines: 1 })[0] ?? '') : '';
  return [
    textMark(lead, x, y, { colour: quiet }),
    textMark(query, start, y, { colour: text, weight: 600 }),
    ...(why === '' ? [] : [textMark(why, start + end, y, { colour: quiet })]),
  ];
};
