import type { Report, VerdictKind } from '@vanish/core';
import { finish } from './finish.ts';
import { frame, type Writing } from './frame/frame.ts';
import type { Picture } from './picture.ts';
import * as plots from './plots/index.ts';
import type { Plot } from './plots/plot.ts';
import * as themes from './theme/index.ts';
import type { Theme } from './theme/theme.ts';
import { altText } from './words/alt-text.ts';
import { plainText } from './words/plain-text.ts';
import { provenance } from './words/provenance.ts';

/** A plot by name. */
export type PlotName = keyof typeof plots;

/** A theme by name. */
export type ThemeName = keyof typeof themes;

const plotShelf: Readonly<Record<PlotName, Plot>> = plots;
const themeShelf: Readonly<Record<ThemeName, Theme>> = themes;

/** Good, doubtful, bad: said in the headline too, so that no colour is needed to know. */
const accents: Readonly<Record<VerdictKind, 'second' | 'limit' | 'broken'>> = {
  healthy: 'second',
  borderline: 'limit',
  vanishing: 'broken',
  exploding: 'broken',
  tiny: 'broken',
  zero: 'broken',
  dead: 'broken',
  saturated: 'broken',
  overflow: 'broken',
};

/** What is drawn when nobody says what. */
const defaultPlot: PlotName = 'profile';

/** What is drawn of a report, and how. */
export interface Composition {
  readonly theme: ThemeName;
  readonly plot: PlotName;
}

/**
 * Composes the specification and the words of a picture; rendering waits until `svg` or `png` is called, and happens once.
 * **Throws** RangeError where the report lacks what the plot shows.
 */
export const composePicture = (report: Report, { theme, plot }: Composition): Picture => {
  const chosen = plotShelf[plot];
  const missing = chosen.missing(report);
  if (missing !== null) throw new RangeError(`cannot draw the ${plot} plot of "${report.query}": ${missing}`);
  const writing = write(report, chosen);
  const colours = themeShelf[theme];
  const spec = frame(writing, colours, (room) => chosen.draw(report, room, colours));
  return finish(spec, writing);
};

/** Every plot there is, the default first. */
export const listNames = (): readonly PlotName[] => [
  defaultPlot,
  ...(Object.keys(plotShelf) as PlotName[]).filter((name) => name !== defaultPlot),
];

/** The plots that a report has the numbers for, the default first. */
export const listPlots = (report: Report): readonly PlotName[] =>
  listNames().filter((name) => plotShelf[name].missing(report) === null);

const write = (report: Report, plot: Plot): Writing => {
  const { query, verdict } = report;
  const advice = verdict.advice[0];
  return {
    headline: plainText(verdict.headline),
    query: plainText(query),
    note: [provenance(report), plot.key(report)].filter((part) => part !== '').join(' · '),
    next:
      advice === undefined
        ? null
        : { query: plainText(advice.query), why: plainText(advice.why), expected: plainText(advice.expected) },
    alt: altText([verdict.headline, ...plot.describe(report)], `${query} (${provenance(report)})`),
    accent: accents[verdict.kind],
  };
};
