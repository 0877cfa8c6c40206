import type { Engine, EngineChoice } from './engine/index.ts';
import { useEngine } from './engine/index.ts';
import { complete } from './experiment/complete.ts';
import { design } from './experiment/design.ts';
import type { Experiment } from './experiment/experiment.ts';
import type { Issue } from './experiment/issue.ts';
import { createMeasurer, type Measurer } from './measure/measurer.ts';
import { trainNetworks } from './measure/training/train-networks.ts';
import type { Blueprint } from './parts/blueprint.ts';
import { checkQuestion } from './query/check-question.ts';
import { parseQuery } from './query/parse-query.ts';
import { printQuery } from './query/print-query.ts';
import { asksForWords } from './query/wording/index.ts';
import type { Report, TrainingReport } from './report.ts';
import { missingTheory, predict } from './theory/predict.ts';
import { judge } from './verdict/judge.ts';
import { judgeTraining } from './verdict/judge-training.ts';

/** What an investigation is doing right now. */
export interface Progress {
  readonly stage: 'loading' | 'measuring' | 'predicting' | 'training' | 'done';
  /** Of the stage. **Range** 0 … 1. */
  readonly share: number;
}

/** How to investigate. */
export interface InvestigateOptions {
  /** Told what is being done, from stage to stage. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the investigation between two groups of networks. */
  readonly signal?: AbortSignal;
  /** Milliseconds of some clock, for the report's timings; core itself reads none. */
  readonly now?: () => number;
}

/** A laboratory with its instruments warm: asking again is cheaper than asking first. */
export interface Laboratory {
  /** **Throws** EngineError where the engine asked for does not run here. */
  readonly investigate: (experiment: Experiment, options?: InvestigateOptions) => Promise<Report>;
  /** Measures the network, trains it for `experiment.train` steps, and says who learned. **Throws** EngineError as above. */
  readonly train: (experiment: Experiment, options?: InvestigateOptions) => Promise<TrainingReport>;
  /** Loads an engine ahead of the first question. */
  readonly warmUp: (engine?: EngineChoice) => Promise<Engine>;
  /** Frees what was kept for later questions. */
  readonly close: () => void;
}

/** Opens a laboratory. */
export const openLaboratory = (): Laboratory => {
  const measurers = new Map<string, Measurer>();
  const measurerFor = (engine: Engine): Measurer => {
    const known = measurers.get(engine.name) ?? createMeasurer(engine);
    measurers.set(engine.name, known);
    return known;
  };
  return {
    investigate: (experiment, options = {}) => investigateWith(measurerFor, experiment, options),
    train: (experiment, options = {}) => trainWith(measurerFor, experiment, options),
    warmUp: useEngine,
    close: () => {
      for (const measurer of measurers.values()) measurer.dispose();
      measurers.clear();
    },
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

const oneNetwork = (text: string): Experiment => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw new QuestionError(parsed.issues);
  const issues = checkQuestion(parsed.question);
  if (issues.length > 0) throw new QuestionError(issues);
  if (parsed.question.kind !== 'network') throw new QuestionError([asksForWords(text, 'depth=10 act=sigmoid')]);
  return parsed.question.experiment;
};

/** A blueprint with the data that its task draws from. */
const loaded = async (blueprint: Blueprint): Promise<Blueprint> => ({
  ...blueprint,
  task: (await blueprint.task.load?.(blueprint.form)) ?? blueprint.task,
});

/** The whole laboratory in four calls: design → measure, predict → judge. */
const investigateWith = async (
  measurerFor: (engine: Engine) => Measurer,
  experiment: Experiment,
  { onProgress, signal, now = () => 0 }: InvestigateOptions,
): Promise<Report> => {
  const started = now();
  onProgress?.({ stage: 'loading', share: 0 });
  const engine = await useEngine(experiment.engine.name as EngineChoice);
  const blueprint = await loaded(design(experiment));
  const begun = now();
  onProgress?.({ stage: 'measuring', share: 0 });
  const measured = await measurerFor(engine).measure(blueprint, {
    spectrum: experiment.spectrum,
    signal,
    onProgress: (share) => onProgress?.({ stage: 'measuring', share }),
  });
  const seen = now();
  onProgress?.({ stage: 'predicting', share: 0 });
  const theory = predict(blueprint);
  const missing = theory === null ? missingTheory(blueprint) : null;
  const verdict = judge({ experiment, blueprint, measured, theory, theoryMissing: missing });
  onProgress?.({ stage: 'done', share: 1 });
  return Object.freeze({
    version: 1,
    kind: 'network',
    query: printQuery({ kind: 'network', experiment }),
    engine: engine.name,
    experiment,
    measured,
    theory,
    theoryMissing: missing,
    verdict,
    timings: { loadMs: begun - started, measureMs: seen - begun, predictMs: now() - seen },
  });
};

/** The same, and then the training itself. */
const trainWith = async (
  measurerFor: (engine: Engine) => Measurer,
  experiment: Experiment,
  options: InvestigateOptions,
): Promise<TrainingReport> => {
  const { onProgress, signal, now = () => 0 } = options;
  const untrained = complete({ train: 0 }, experiment);
  const initial = await investigateWith(measurerFor, untrained, options);
  const started = now();
  onProgress?.({ stage: 'training', share: 0 });
  const record = await trainNetworks(await useEngine(experiment.engine.name as EngineChoice), await loaded(design(experiment)), {
    steps: experiment.train,
    signal,
    onProgress: (share) => onProgress?.({ stage: 'training', share }),
  });
  onProgress?.({ stage: 'done', share: 1 });
  return Object.freeze({
    version: 1,
    kind: 'training',
    query: printQuery({ kind: 'training', experiment }),
    engine: initial.engine,
    experiment,
    initial,
    record,
    verdict: judgeTraining(experiment, initial.verdict, record),
    timings: { trainMs: now() - started },
  });
};
