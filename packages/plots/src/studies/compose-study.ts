import type { Report, StudyReport } from '@vanish/core';
import type { ThemeName } from '../compose-picture.ts';
import { finish } from '../finish.ts';
import { frame, type Writing } from '../frame/frame.ts';
import type { Picture } from '../picture.ts';
import { dark } from '../theme/dark.ts';
import { light } from '../theme/light.ts';
import type { Theme } from '../theme/theme.ts';
import { altText } from '../words/alt-text.ts';
import { counted } from '../words/numbers.ts';
import { plainText } from '../words/plain-text.ts';
import { engineNames, provenanceOfAll } from '../words/provenance.ts';
import * as plots from './plots/index.ts';
import type { StudyPlot } from './study-plot.ts';

/** A plot of a study by name. */
export type StudyPlotName = keyof typeof plots;

/** What is drawn of a study, and how; null: what is usual for it. */
export interface StudyComposition {
  readonly theme: ThemeName;
  readonly plot: StudyPlotName | null;
}

/** The plots of one kind, the usual one first. Each is given reports of its own kind alone. */
const plotsOf = (kind: StudyReport['kind']): readonly StudyPlot[] =>
  (Object.values(plots) as unknown as readonly StudyPlot[])
    .filter((plot) => plot.of === kind)
    .sort((one, other) => one.rank - other.rank);

/** A study as a picture. **Throws** RangeError where there is no such plot of it, or it lacks what the plot shows. */
export const composeStudy = (report: StudyReport, { theme, plot }: StudyComposition): Picture => {
  const known = plotsOf(report.kind);
  const chosen = plot === null ? known.find((one) => one.missing(report) === null) : known.find(({ name }) => name === plot);
  const missing =
    chosen === undefined ? `a ${report.kind} is drawn as ${known.map(({ name }) => name).join(' or ')}` : chosen.missing(report);
  if (chosen === undefined || missing !== null)
    throw new RangeError(`cannot draw the ${plot} plot of "${report.query}": ${missing}`);
  const colours: Theme = { light, dark }[theme];
  const writing = write(report, chosen);
  return finish(
    frame(writing, colours, (room) => chosen.draw(report, room, colours)),
    writing,
  );
};

/** Every plot of a kind of study, the usual one first. */
export const listStudyNames = (kind: StudyReport['kind']): readonly StudyPlotName[] =>
  plotsOf(kind).map(({ name }) => name as StudyPlotName);

const write = (report: StudyReport, plot: StudyPlot): Writing => {
  const { verdict, query } = report;
  const { advice } = verdict;
  return {
    headline: plainText(verdict.headline),
    query: plainText(query),
    note: [whoMeasured(report), incomplete(report), plot.key(report)].filter((part) => part !== '').join(' · '),
    next: advice === null ? null : { query: plainText(advice.query), why: plainText(advice.why), expected: '' },
    alt: altText([verdict.headline, ...plot.describe(report)], query),
    accent: 'second',
  };
};

const whoMeasured = (report: StudyReport): string => {
  const all = reportsOf(report);
  if (all.length > 0) return provenanceOfAll(all);
  const seeds = report.kind === 'map' ? ` · ${counted(report.seeds, 'network')} a point` : '';
  return `${engineNames[report.engine]}${seeds}`;
};

/** Whole answers within a study, one per network that was measured. */
const reportsOf = (report: StudyReport): readonly Report[] => {
  if (report.kind === 'cure') return [report.patient, ...report.treatments.map((treatment) => treatment.report)];
  const reports = report.kind === 'comparison' ? report.reports : [];
  return reports.map((one) => (one.kind === 'training' ? one.initial : one));
};

const incomplete = ({ unanswered }: StudyReport): string =>
  unanswered.length === 0 ? '' : `${counted(unanswered.length, 'network')} not measured in the time given`;
