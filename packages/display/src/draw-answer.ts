import type { Answer } from '@vanish/core';
import {
  drawReport,
  drawStudy,
  drawTraining,
  type Picture,
  type PlotName,
  plotNames,
  type StudyPlotName,
  studyPlotNames,
  type ThemeName,
  type TrainingPlotName,
  trainingPlotNames,
} from '@vanish/plots';

/** A plot of any answer. */
export type AnyPlotName = PlotName | TrainingPlotName | StudyPlotName;

/** How an answer is to look. */
export interface Look {
  readonly theme: ThemeName;
  /** Undefined: what is usual for this kind of answer. */
  readonly plot: AnyPlotName | undefined;
}

/** Any answer as a picture. **Throws** RangeError where it has no such plot, or lacks the numbers for it. */
export const drawAnswer = async (answer: Answer, { theme, plot }: Look): Promise<Picture> => {
  switch (answer.kind) {
    case 'network':
      return drawReport(answer, { theme, ...chosen(answer, plot, await plotNames()) });
    case 'training':
      return drawTraining(answer, { theme, ...chosen(answer, plot, await trainingPlotNames()) });
    default:
      return drawStudy(answer, { theme, ...chosen(answer, plot, await studyPlotNames(answer.kind)) });
  }
};

const chosen = <Name extends AnyPlotName>(
  { kind }: Answer,
  plot: AnyPlotName | undefined,
  names: readonly Name[],
): { readonly plot?: Name } => {
  if (plot === undefined) return {};
  const known = names.find((name) => name === plot);
  if (known === undefined) throw new RangeError(`a ${kind} has no plot "${plot}" - it has: ${names.join(', ')}`);
  return { plot: known };
};
