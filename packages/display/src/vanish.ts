import { inspect } from 'node:util';
import {
  type Answer,
  type AnswerProgress,
  ask,
  type ComparisonReport,
  type CureReport,
  type MapReport,
  parseQuery,
  QuestionError,
  type Report,
  type SweepReport,
  type TrainingReport,
} from '@vanish/core';
import { progress } from './progress.ts';
import { readable } from './readable-error.ts';

/**
 * Asks what stands between the backticks, shows progress where it takes long, and answers.
 * **Throws** QuestionError where the words are no question that can be measured; EngineError where its engine does not run here.
 */
export type Ask<Kind extends Answer> = (words: TemplateStringsArray, ...values: readonly (string | number)[]) => Promise<Kind>;

/** The laboratory in a notebook. Where the kind of answer is named, its numbers have their types. */
export interface Vanish extends Ask<Answer> {
  readonly network: Ask<Report>;
  readonly training: Ask<TrainingReport>;
  readonly comparison: Ask<ComparisonReport>;
  readonly sweep: Ask<SweepReport>;
  readonly map: Ask<MapReport>;
  readonly cure: Ask<CureReport>;
}

const join = (words: TemplateStringsArray, values: readonly (string | number)[]): string =>
  words.map((text, index) => text + (values[index] ?? '')).join('');

const answer = async (text: string, expected: Answer['kind'] | null): Promise<Answer> => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw readable(new QuestionError(parsed.issues));
  if (expected !== null) expectKind(text, kindOf(parsed.question.kind), expected);
  const answered = await progress(text, (tell) => ask(text, { onProgress: (at) => tell(...tellings(at)) })).catch((error) => {
    throw error instanceof Error ? readable(error) : error;
  });
  return inBrief(answered);
};

const tellings = ({ stage, share, done, count }: AnswerProgress): readonly [number, string] => [
  count > 1 ? done / count : share,
  count > 1 ? `${done} of ${count}` : stage,
];

const kindOf = (asked: string): string => ({ versus: 'comparison', fix: 'cure' })[asked] ?? asked;

const expectKind = (text: string, kind: string, expected: Answer['kind']): void => {
  if (kind === expected) return;
  throw readable(new TypeError(`"${text}" asks for a ${kind}, not a ${expected}: ask it with vanish.${kind}, or with vanish`));
};

/** The answer itself, which prints as its headline and its question where a cell ends with it. */
const inBrief = (answered: Answer): Answer =>
  Object.defineProperty({ ...answered }, inspect.custom, {
    value: () => `${answered.verdict.headline}\n${answered.query}`,
    enumerable: false,
  });

const asking =
  <Kind extends Answer>(kind: Kind['kind']): Ask<Kind> =>
  async (words, ...values) =>
    (await answer(join(words, values), kind)) as Kind;

/**
 * Asks the laboratory: `` await vanish`depth=10 act=sigmoid` ``. `` vanish.network`…` `` answers with a Report, `` vanish.sweep`…` `` with a
 * SweepReport, and so on.
 */
export const vanish: Vanish = Object.assign((async (words, ...values) => answer(join(words, values), null)) as Ask<Answer>, {
  network: asking<Report>('network'),
  training: asking<TrainingReport>('training'),
  comparison: asking<ComparisonReport>('comparison'),
  sweep: asking<SweepReport>('sweep'),
  map: asking<MapReport>('map'),
  cure: asking<CureReport>('cure'),
});
