import type { Report } from '@vanish/core';
import type { Area, Layer } from '../frame/layer.ts';
import type { Theme } from '../theme/theme.ts';

/** The room a plot has. **Unit** pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** One way to draw what was told: of a network, or of a training. A variant is one file and one line on the shelf. */
export interface Plot<Told = Report> {
  readonly name: string;
  readonly summary: string;
  /** How to read lines and bands, in a few words for the subtitle. */
  readonly key: (told: Told) => string;
  /** What is lacking for this plot, and how to ask for it; null when nothing is missing. */
  readonly missing: (told: Told) => string | null;
  /** Its panels; each scales its own vertical axis. */
  readonly draw: (told: Told, room: Room, theme: Theme) => readonly Layer[];
  /** What the picture shows, in sentences, the most telling one first. */
  readonly describe: (told: Told) => readonly string[];
}

/** All the room as a single panel. */
export const wholeRoom = ({ width, height }: Room): Area => ({ width, top: 0, bottom: height });

/** Room above a panel for the title of its axis. **Unit** pixels. */
const titleRoom = 62;

/** Panels above each other, the topmost first, each with its share of the height that `gap`s between them leave. */
export const stackPanels = <const S extends readonly number[]>(
  { width, height }: Room,
  shares: S,
  gap: number = titleRoom,
): { readonly [I in keyof S]: Area } => {
  const free = height - gap * (shares.length - 1);
  let above = 0;
  const areas = shares.map((share, index): Area => {
    const top = Math.round(above * free) + index * gap;
    above += share;
    return { width, top, bottom: index === shares.length - 1 ? height : Math.round(above * free) + index * gap };
  });
  return areas as { readonly [I in keyof S]: Area };
};
