import type { Report, TrainingReport } from '@vanish/core';
import type { Issue } from '@vanish/core/query';
import type { Picture, PlotName } from '@vanish/plots';
import { deskIssue } from '../../desk-issue.ts';
import { nearestOf } from '../../nearest.ts';
import type { Theme } from './options.ts';

/** A report and how it is to look. */
export interface Drawing {
  readonly report: Report | TrainingReport;
  readonly theme: Theme;
  /** Null: the plots' own default. */
  readonly plot: PlotName | null;
}

let isPrepared = false;

/** Loads what draws, once and in the background: it takes as long as loading the engine. */
export const prepareToDraw = (): void => {
  if (isPrepared) return;
  isPrepared = true;
  // a failure will be told by the drawing itself
  import('@vanish/plots').then(({ prepareToDraw: prepare }) => prepare()).catch(() => {});
};

/** A plot by the name that was typed. Asked before anything is measured. */
export const findPlot = async (name: string | null): Promise<{ readonly plot: PlotName | null } | { readonly issue: Issue }> => {
  if (name === null) return { plot: null };
  const { plotNames } = await import('@vanish/plots');
  const names = await plotNames();
  const plot = names.find((known) => known === name);
  if (plot !== undefined) return { plot };
  const problem = `unknown plot "${name}" in --plot`;
  return { issue: deskIssue({ field: 'plot', given: name, problem, nearest: nearestOf(names, name), allowed: names }) };
};

/** The picture as the content of a file. **Throws** RangeError where the report lacks the numbers for the plot. */
export const draw = async ({ report, theme, plot }: Drawing, format: 'png' | 'svg'): Promise<string | Uint8Array> => {
  const picture = await pictureOf({ report, theme, plot });
  return format === 'png' ? picture.png() : picture.svg();
};

const pictureOf = async ({ report, theme, plot }: Drawing): Promise<Picture> => {
  const { drawReport, drawTraining } = await import('@vanish/plots');
  if (report.kind === 'network') return drawReport(report, { theme, ...(plot === null ? {} : { plot }) });
  if (plot !== null)
    throw new RangeError(`a training has one picture, and --plot ${plot} is not it; leave train out to draw that`);
  return drawTraining(report, { theme });
};
