import type { TrainingReport } from '@vanish/core';
import type { ThemeName } from '../compose-picture.ts';
import { finish } from '../finish.ts';
import { frame, type Writing } from '../frame/frame.ts';
import type { Picture } from '../picture.ts';
import type { Plot } from '../plots/plot.ts';
import { dark } from '../theme/dark.ts';
import { light } from '../theme/light.ts';
import type { Theme } from '../theme/theme.ts';
import { altText } from '../words/alt-text.ts';
import { plainText } from '../words/plain-text.ts';
import { provenance } from '../words/provenance.ts';
import * as plots from './plots/index.ts';

/** A plot of a training by name. */
export type TrainingPlotName = keyof typeof plots;

/** What is drawn of a training, and how. */
export interface TrainingComposition {
  readonly theme: ThemeName;
  readonly plot: TrainingPlotName;
}

const plotShelf: Readonly<Record<TrainingPlotName, Plot<TrainingReport>>> = plots;

const accents = { learned: 'second', partly: 'limit', not: 'broken', stopped: 'broken' } as const;

/** What is drawn when nobody says what. */
const defaultPlot: TrainingPlotName = 'training';

/** A training as a picture. **Throws** RangeError where the report lacks what the plot shows. */
export const composeTraining = (report: TrainingReport, { theme, plot }: TrainingComposition): Picture => {
  const chosen = plotShelf[plot];
  const missing = chosen.missing(report);
  if (missing !== null) throw new RangeError(`cannot draw the ${plot} plot of "${report.query}": ${missing}`);
  const colours: Theme = { light, dark }[theme];
  const writing = write(report, chosen);
  return finish(
    frame(writing, colours, (room) => chosen.draw(report, room, colours)),
    writing,
  );
};

/** Every plot of a training there is, the default first. */
export const listTrainingNames = (): readonly TrainingPlotName[] => [
  defaultPlot,
  ...(Object.keys(plotShelf) as TrainingPlotName[]).filter((name) => name !== defaultPlot),
];

const write = (report: TrainingReport, plot: Plot<TrainingReport>): Writing => {
  const { verdict, query, initial } = report;
  const { advice } = verdict;
  return {
    headline: plainText(verdict.headline),
    query: plainText(query),
    note: `${provenance(initial)} · ${plot.key(report)}`,
    next: advice === null ? null : { query: plainText(advice.query), why: plainText(advice.why), expected: '' },
    alt: altText([verdict.headline, ...plot.describe(report), verdict.layers, verdict.initially], query),
    accent: accents[verdict.outcome],
  };
};
