import type { Report, VerdictKind } from '@vanish/core';
import { frame } from './frame/frame.ts';
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

/** What `drawReport` draws when it is not told. */
const defaultPlot: PlotName = 'profile';

/** How to draw. */
export interface DrawOptions {
  readonly theme?: ThemeName;
  readonly plot?: PlotName;
}

/**
 * A report as a picture. Vega and the rasteriser are loaded when `svg` or `png` is called.
 * **Throws** RangeError where the report lacks what the plot shows; `drawablePlots` says beforehand.
 */
export const drawReport = async (report: Report, { theme = 'light', plot = defaultPlot }: DrawOptions = {}): Promise<Picture> => {
  const chosen = plotShelf[plot];
  const missing = chosen.missing(report);
  if (missing !== null) throw new RangeError(`cannot draw the ${plot} plot of "${report.query}": ${missing}`);
  const { query, verdict } = report;
  const alt = altText(report, chosen);
  const advice = verdict.advice[0];
  const writing = {
    headline: plainText(verdict.headline),
    query: plainText(query),
    note: [provenance(report), chosen.key(report)].filter((part) => part !== '').join(' · '),
    next: advice === undefined ? null : { query: plainText(advice.query), why: plainText(advice.why) },
    alt,
    accent: accents[verdict.kind],
  };
  const colours = themeShelf[theme];
  const spec = frame(writing, colours, (room) => chosen.draw(report, room, colours));
  const svg = async (): Promise<string> => (await import('./render/svg.ts')).renderSvg(spec);
  const png = async (): Promise<Uint8Array> =>
    (await import('./render/png.ts')).renderPng(await svg(), { Title: writing.headline, Description: alt, Query: writing.query });
  return Object.freeze({ spec, alt, svg, png });
};

/** The plots that this report has the numbers for, the default first. */
export const drawablePlots = (report: Report): readonly PlotName[] =>
  [defaultPlot, ...(Object.keys(plotShelf) as PlotName[]).filter((name) => name !== defaultPlot)].filter(
    (name) => plotShelf[name].missing(report) === null,
  );
