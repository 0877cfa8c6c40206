import type { Report, StudyReport, TrainingReport } from '@vanish/core';
import type { PlotName, ThemeName } from './compose-picture.ts';
import type { Picture } from './picture.ts';
import type { StudyPlotName } from './studies/compose-study.ts';
import type { TrainingPlotName } from './training/compose-training.ts';

export type { PlotName, ThemeName } from './compose-picture.ts';
export type { StudyPlotName } from './studies/compose-study.ts';
export type { TrainingPlotName } from './training/compose-training.ts';

/** How to draw. */
export interface DrawOptions {
  readonly theme?: ThemeName;
  readonly plot?: PlotName;
}

/**
 * A report as a picture, `profile` on `light` unless told otherwise. The drawing code is loaded by the first call, Vega and
 * the rasteriser when `svg` or `png` is called, so that answers without a picture cost nothing.
 * **Throws** RangeError where the report lacks what the plot shows; `drawablePlots` says beforehand.
 */
export const drawReport = async (report: Report, { theme = 'light', plot = 'profile' }: DrawOptions = {}): Promise<Picture> => {
  const { composePicture } = await import('./compose-picture.ts');
  return composePicture(report, { theme, plot });
};

/** How to draw a training. */
export interface DrawTrainingOptions {
  readonly theme?: ThemeName;
  readonly plot?: TrainingPlotName;
}

/**
 * A training as a picture, `training` on `light` unless told otherwise: the loss over its steps, and which layer moved its weights
 * at which step. Loads what draws as `drawReport` does.
 * **Throws** RangeError where the report lacks what the plot shows.
 */
export const drawTraining = async (
  report: TrainingReport,
  { theme = 'light', plot = 'training' }: DrawTrainingOptions = {},
): Promise<Picture> => {
  const { composeTraining } = await import('./training/compose-training.ts');
  return composeTraining(report, { theme, plot });
};

/** How to draw a study. */
export interface DrawStudyOptions {
  readonly theme?: ThemeName;
  readonly plot?: StudyPlotName;
}

/**
 * A comparison, a sweep, a map or a cure as a picture, on `light` and by the plot that is usual for it unless told otherwise. Loads
 * what draws as `drawReport` does.
 * **Throws** RangeError where the plot is not one of this kind of report, or the report lacks what it shows.
 */
export const drawStudy = async (report: StudyReport, { theme = 'light', plot }: DrawStudyOptions = {}): Promise<Picture> => {
  const { composeStudy } = await import('./studies/compose-study.ts');
  return composeStudy(report, { theme, plot: plot ?? null });
};

/** Every plot of a kind of study there is, the usual one first. */
export const studyPlotNames = async (kind: StudyReport['kind']): Promise<readonly StudyPlotName[]> => {
  const { listStudyNames } = await import('./studies/compose-study.ts');
  return listStudyNames(kind);
};

/** Every plot of a training there is, the default first. */
export const trainingPlotNames = async (): Promise<readonly TrainingPlotName[]> => {
  const { listTrainingNames } = await import('./training/compose-training.ts');
  return listTrainingNames();
};

/** Every plot of a network there is, the default first. */
export const plotNames = async (): Promise<readonly PlotName[]> => {
  const { listNames } = await import('./compose-picture.ts');
  return listNames();
};

/** The plots that this report has the numbers for, the default first. */
export const drawablePlots = async (report: Report): Promise<readonly PlotName[]> => {
  const { listPlots } = await import('./compose-picture.ts');
  return listPlots(report);
};
