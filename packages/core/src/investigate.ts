import type { Engine, EngineChoice } from './engine/index.ts';
import { useEngine } from './engine/index.ts';
import type { Experiment } from './experiment/experiment.ts';
import type { Issue } from './experiment/issue.ts';
import { isMeasured, type MeasuredQuestion, type Question } from './experiment/question.ts';
import { checkQuestion } from './query/check-question.ts';
import { parseQuery } from './query/parse-query.ts';
import { asksForMany, asksForWords } from './query/wording/index.ts';
import type { Report, TrainingReport } from './report.ts';
import { openHands } from './run-errands.ts';
import type { AnswerOptions } from './study/answer-options.ts';
import { answerQuestion } from './study/answer-question.ts';
import type { Hands, Progress } from './study/errand.ts';
import type { Answer } from './study/study-report.ts';

/** How to investigate. */
export interface InvestigateOptions {
  /** Told what is being done, from stage to stage. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the investigation between two groups of networks. */
  readonly signal?: AbortSignal;
  /** Milliseconds of some clock, for the report's timings; core itself reads none. */
  readonly now?: () => number;
}

/** A laboratory with its instruments warm: asking again is cheaper than asking first. It works in the thread that opened it. */
export interface Laboratory extends Hands {
  /** **Throws** EngineError where the engine asked for does not run here. */
  readonly investigate: (experiment: Experiment, options?: InvestigateOptions) => Promise<Report>;
  /** Measures the network, trains it for `experiment.train` steps, and says who learned. **Throws** EngineError as above. */
  readonly train: (experiment: Experiment, options?: InvestigateOptions) => Promise<TrainingReport>;
  /** Answers any question that measures: a network, a training, a comparison, a sweep, a map, a cure. **Throws** EngineError as above. */
  readonly answer: (question: MeasuredQuestion, options?: AnswerOptions) => Promise<Answer>;
  /** Loads an engine ahead of the first question. */
  readonly warmUp: (engine?: EngineChoice) => Promise<Engine>;
  /** Frees what was kept for later questions. */
  readonly close: () => void;
}

/** Opens a laboratory. */
export const openLaboratory = (): Laboratory => {
  const hands = openHands();
  return {
    ...hands,
    investigate: (experiment, options) => hands.run({ kind: 'report', experiment }, options),
    train: (experiment, options) => hands.run({ kind: 'training', experiment }, options),
    answer: (question, options = {}) =>
      answerQuestion(question, { count: 1, run: (errand, more) => hands.run(errand, { ...more, now: options.now }) }, options),
    warmUp: useEngine,
  };
};

/** A question in words that cannot be measured: what is wrong with it, as data. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.issues = issues;
  }
}

const shared = openLaboratory();

/**
 * Measures, predicts and judges one network, described in words (`depth=10 act=sigmoid`) or as an experiment, in a
 * laboratory that the process shares.
 *
 * **Throws** QuestionError where the words do not describe one network, EngineError where its engine does not run here.
 */
export const investigate = async (asked: string | Experiment, options: InvestigateOptions = {}): Promise<Report> =>
  shared.investigate(typeof asked === 'string' ? oneNetwork(asked) : asked, options);

/**
 * Answers any question that measures, in words or parsed: `act=sigmoid,relu`, `depth=2..64`, `fix depth=30 act=sigmoid`; in a
 * laboratory that the process shares.
 *
 * **Throws** QuestionError where the words are no such question, EngineError where its engine does not run here.
 */
export const ask = async (asked: string | MeasuredQuestion, options: AnswerOptions = {}): Promise<Answer> => {
  const question = typeof asked === 'string' ? read(asked) : asked;
  if (!isMeasured(question)) throw new QuestionError([asksForWords(String(asked), 'depth=10 act=sigmoid')]);
  return shared.answer(question, options);
};

const oneNetwork = (text: string): Experiment => {
  const question = read(text);
  if (question.kind === 'network') return question.experiment;
  throw new QuestionError([(isMeasured(question) ? asksForMany : asksForWords)(text, 'depth=10 act=sigmoid')]);
};

const read = (text: string): Question => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw new QuestionError(parsed.issues);
  const issues = checkQuestion(parsed.question);
  if (issues.length > 0) throw new QuestionError(issues);
  return parsed.question;
};
