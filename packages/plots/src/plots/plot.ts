import type { Report } from '@vanish/core';
import type { Area, Layer } from '../frame/layer.ts';
import type { Theme } from '../theme/theme.ts';

/** The room a plot has. **Unit** pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** One way to draw a report. A variant is one file and one line on the shelf. */
export interface Plot {
  readonly name: string;
  readonly summary: string;
  /** How to read lines and bands, in a few words for the subtitle. */
  readonly key: (report: Report) => string;
  /** What the report lacks for this plot, and how to ask for it; null when nothing is missing. */
  readonly missing: (report: Report) => string | null;
  /** Its panels; each scales its own vertical axis. */
  readonly draw: (report: Report, room: Room, theme: Theme) => readonly Layer[];
  /** What the picture shows, in sentences, the most telling one first. */
  readonly describe: (report: Report) => readonly string[];
}

/** Room above a panel for the title of its axis. **Unit** pixels. */
const titleRoom = 62;

/** Two panels above each other; the upper one takes `share` of the height. */
export const twoPanels = ({ width, height }: Room, share: number): readonly [Area, Area] => {
  const upper = Math.round((height - titleRoom) * share);
  return [
    { width, top: 0, bottom: upper },
    { width, top: upper + titleRoom, bottom: height },
  ];
};
