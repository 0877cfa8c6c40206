import type { Report, TrainingReport } from '@vanish/core';
import { type Issue, parseQuery } from '@vanish/core/query';
import type { Picture, PlotName, TrainingPlotName } from '@vanish/plots';
import { deskIssue } from '../../desk-issue.ts';
import { nearestOf } from '../../nearest.ts';
import type { Theme } from './options.ts';

/** A plot of a network, or of a training. */
export type AnyPlotName = PlotName | TrainingPlotName;

/** A report and how it is to look. */
export interface Drawing {
  readonly report: Report | TrainingReport;
  readonly theme: Theme;
  /** Null: the plots' own default. */
  readonly plot: AnyPlotName | null;
}

let isPrepared = false;

/** Loads what draws, once and in the background: it takes as long as loading the engine. */
export const prepareToDraw = (): void => {
  if (isPrepared) return;
  isPrepared = true;
  // a failure will be told by the drawing itself
  import('@vanish/plots').then(({ prepareToDraw: prepare }) => prepare()).catch(() => {});
};

/** A plot by the name that was typed, of what the question asks for. Asked before anything is measured. */
export const findPlot = async (
  name: string | null,
  question: string,
): Promise<{ readonly plot: AnyPlotName | null } | { readonly issue: Issue }> => {
  if (name === null) return { plot: null };
  const { plotNames, trainingPlotNames } = await import('@vanish/plots');
  const [ofNetworks, ofTrainings] = await Promise.all([plotNames(), trainingPlotNames()]);
  const names: readonly AnyPlotName[] = isTraining(question) ? ofTrainings : ofNetworks;
  const plot = names.find((known) => known === name);
  if (plot !== undefined) return { plot };
  const problem = [...ofNetworks, ...ofTrainings].some((known) => known === name)
    ? misplaced(name, isTraining(question))
    : `unknown plot "${name}" in --plot`;
  return { issue: deskIssue({ field: 'plot', given: name, problem, nearest: nearestOf(names, name), allowed: names }) };
};

/** A question with a mistake in it is told the mistake, whatever it was to become. */
const isTraining = (question: string): boolean => {
  const parsed = parseQuery(question);
  return parsed.kind === 'question' && parsed.question.kind === 'training';
};

const misplaced = (name: string, isTrained: boolean): string =>
  isTrained
    ? `--plot ${name} draws a network before it is trained; leave train out for that, or draw the training`
    : `--plot ${name} draws a training; ask for one with train=200, or draw the network`;

/** The picture as the content of a file. **Throws** RangeError where the report lacks the numbers for the plot. */
export const draw = async ({ report, theme, plot }: Drawing, format: 'png' | 'svg'): Promise<string | Uint8Array> => {
  const picture = await pictureOf({ report, theme, plot });
  return format === 'png' ? picture.png() : picture.svg();
};

const pictureOf = async ({ report, theme, plot }: Drawing): Promise<Picture> => {
  const { drawReport, drawTraining, plotNames, trainingPlotNames } = await import('@vanish/plots');
  return report.kind === 'network'
    ? drawReport(report, { theme, ...chosen(await plotNames(), plot) })
    : drawTraining(report, { theme, ...chosen(await trainingPlotNames(), plot) });
};

/** The plot among those of its kind, where one was asked for. */
const chosen = <Name extends AnyPlotName>(names: readonly Name[], plot: AnyPlotName | null): { readonly plot?: Name } => {
  const known = names.find((name) => name === plot);
  return known === undefined ? {} : { plot: known };
};
