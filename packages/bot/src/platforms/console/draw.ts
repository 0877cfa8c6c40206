import { type Issue, parseQuery } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';
import { deskIssue } from '../../desk-issue.ts';
import { type AnyPlotName, type Drawing, drawAnswer } from '../../draw-answer.ts';
import { nearestOf } from '../../nearest.ts';

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
  const picture = await drawAnswer(drawing);
  return format === 'png' ? picture.png() : picture.svg();
};
