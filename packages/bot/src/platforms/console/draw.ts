import { type Issue, parseQuery } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';
import type { Picture, PlotName, StudyPlotName, TrainingPlotName } from '@vanish/plots';
import { deskIssue } from '../../desk-issue.ts';
import { nearestOf } from '../../nearest.ts';
import type { Theme } from './options.ts';

/** A plot of any answer. */
export type AnyPlotName = PlotName | TrainingPlotName | StudyPlotName;

/** An answer and how it is to look. */
export interface Drawing {
  readonly answer: Answer;
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

/** Kinds of answer, and what each is in a sentence. */
const kindNames: Readonly<Record<Answer['kind'], string>> = {
  network: 'one network',
  training: 'a training',
  comparison: 'a comparison',
  sweep: 'a sweep',
  map: 'a map',
  cure: 'a cure',
};

/** A plot by the name that was typed, of what the question asks for. Asked before anything is measured. */
export const findPlot = async (
  name: string | null,
  question: string,
): Promise<{ readonly plot: AnyPlotName | null } | { readonly issue: Issue }> => {
  if (name === null) return { plot: null };
  const kind = kindOf(question);
  const names = await namesOf(kind);
  const plot = names.find((known) => known === name);
  if (plot !== undefined) return { plot };
  const homes = await Promise.all(
    (Object.keys(kindNames) as Answer['kind'][]).map(async (one) => ({ one, names: await namesOf(one) })),
  );
  const home = homes.find(({ names: known }) => known.some((each) => each === name));
  const problem =
    home === undefined
      ? `unknown plot "${name}" in --plot`
      : `--plot ${name} draws ${kindNames[home.one]}, and the question asks for ${kindNames[kind]}`;
  return { issue: deskIssue({ field: 'plot', given: name, problem, nearest: nearestOf(names, name), allowed: names }) };
};

const namesOf = async (kind: Answer['kind']): Promise<readonly AnyPlotName[]> => {
  const { plotNames, studyPlotNames, trainingPlotNames } = await import('@vanish/plots');
  if (kind === 'network') return plotNames();
  return kind === 'training' ? trainingPlotNames() : studyPlotNames(kind);
};

/** What a question will be answered with; one with a mistake in it is told the mistake, whatever it was to become. */
const kindOf = (question: string): Answer['kind'] => {
  const parsed = parseQuery(question);
  const kind = parsed.kind === 'question' ? parsed.question.kind : 'network';
  switch (kind) {
    case 'versus':
      return 'comparison';
    case 'fix':
      return 'cure';
    case 'network':
    case 'training':
    case 'comparison':
    case 'sweep':
    case 'map':
      return kind;
    case 'explain':
    case 'list':
    case 'help':
      return 'network';
    default:
      return kind satisfies never;
  }
};

/** The picture as the content of a file. **Throws** RangeError where the answer lacks the numbers for the plot. */
export const draw = async (drawing: Drawing, format: 'png' | 'svg'): Promise<string | Uint8Array> => {
  const picture = await pictureOf(drawing);
  return format === 'png' ? picture.png() : picture.svg();
};

const pictureOf = async ({ answer, theme, plot }: Drawing): Promise<Picture> => {
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
