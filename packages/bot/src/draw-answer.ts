import type { Answer } from '@vanish/core/study';
import type { Picture, PlotName, StudyPlotName, ThemeName, TrainingPlotName } from '@vanish/plots';

/** A plot of any answer. */
export type AnyPlotName = PlotName | TrainingPlotName | StudyPlotName;

/** An answer and how it is to look. */
export interface Drawing {
  readonly answer: Answer;
  readonly theme: ThemeName;
  /** Null: the plots' own default. */
  readonly plot: AnyPlotName | null;
}

/** Any answer as a picture; what draws is loaded by the first. **Throws** RangeError where the answer lacks the numbers for the plot. */
export const drawAnswer = async ({ answer, theme, plot }: Drawing): Promise<Picture> => {
  const { drawReport, drawStudy, drawTraining, plotNames, studyPlotNames, trainingPlotNames } = await import('@vanish/plots');
  if (answer.kind === 'network') return drawReport(answer, { theme, ...chosen(await plotNames(), plot) });
  if (answer.kind === 'training') return drawTraining(answer, { theme, ...chosen(await trainingPlotNames(), plot) });
  return drawStudy(answer, { theme, ...chosen(await studyPlotNames(answer.kind), plot) });
};

/** The plot among those of its kind, where one was asked for. */
const chosen = <Name extends AnyPlotName>(names: readonly Name[], plot: AnyPlotName | null): { readonly plot?: Name } => {
  const known = names.find((name) => name === plot);
  return known === undefined ? {} : { plot: known };
};
