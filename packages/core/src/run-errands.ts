import type { Engine, EngineChoice } from './engine/index.ts';
import { useEngine } from './engine/index.ts';
import { complete } from './experiment/complete.ts';
import { design } from './experiment/design.ts';
import type { Experiment } from './experiment/experiment.ts';
import { createMeasurer, type Measurer } from './measure/measurer.ts';
import { trainNetworks } from './measure/training/train-networks.ts';
import type { Blueprint } from './parts/blueprint.ts';
import { printNetwork } from './query/print-query.ts';
import type { Report, TrainingReport } from './report.ts';
import type { Brought, Errand, ErrandOf, ErrandOptions, Hands } from './study/errand.ts';
import { mapLines } from './study/map-lines.ts';
import { type Point, pointOf } from './study/point.ts';
import { missingTheory, predict } from './theory/predict.ts';
import { judge } from './verdict/judge.ts';
import { judgeTraining } from './verdict/judge-training.ts';

/** How to run errands in this thread. */
interface RunOptions extends ErrandOptions {
  /** Milliseconds of some clock, for the report's timings; core itself reads none. */
  readonly now?: (() => number) | undefined;
}

/** The hands of this thread, and the instruments that they keep warm. */
export interface OwnHands extends Hands {
  readonly run: <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, options?: RunOptions) => Promise<Brought[Kind]>;
  readonly close: () => void;
}

/** What errands share: instruments by engine. */
type MeasurerFor = (engine: Engine) => Measurer;

/** Hands that run one errand at a time. */
export const openHands = (): OwnHands => {
  const measurers = new Map<string, Measurer>();
  const measurerFor: MeasurerFor = (engine) => {
    const known = measurers.get(engine.name) ?? createMeasurer(engine);
    measurers.set(engine.name, known);
    return known;
  };
  return {
    count: 1,
    run: async <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, options: RunOptions = {}) =>
      (await errands[errand.kind](errand as never, measurerFor, options)) as Brought[Kind],
    close: () => {
      for (const measurer of measurers.values()) measurer.dispose();
      measurers.clear();
    },
  };
};

const errands: {
  readonly [Kind in Errand['kind']]: (
    errand: ErrandOf<Kind>,
    measurerFor: MeasurerFor,
    options: RunOptions,
  ) => Promise<Brought[Kind]>;
} = {
  report: ({ experiment }, measurerFor, options) => reportOn(experiment, measurerFor, options),
  training: ({ experiment, histograms }, measurerFor, options) => train(experiment, measurerFor, options, histograms),
  points: ({ experiments }, measurerFor, options) => pointsOf(experiments, measurerFor, options),
  lines: async ({ study }) => mapLines(study),
};

/** A blueprint with the data that its task draws from. */
const loaded = async (blueprint: Blueprint): Promise<Blueprint> => ({
  ...blueprint,
  task: (await blueprint.task.load?.(blueprint.form)) ?? blueprint.task,
});

/** The whole laboratory in four calls: design → measure, predict → judge. */
const reportOn = async (
  experiment: Experiment,
  measurerFor: MeasurerFor,
  { onProgress, signal, now = () => 0 }: RunOptions,
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
    query: printNetwork(experiment),
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
const train = async (
  experiment: Experiment,
  measurerFor: MeasurerFor,
  options: RunOptions,
  histograms?: number,
): Promise<TrainingReport> => {
  const { onProgress, signal, now = () => 0 } = options;
  const untrained = complete({ train: 0 }, experiment);
  const initial = await reportOn(untrained, measurerFor, options);
  const started = now();
  onProgress?.({ stage: 'training', share: 0 });
  const record = await trainNetworks(await useEngine(experiment.engine.name as EngineChoice), await loaded(design(experiment)), {
    steps: experiment.train,
    histograms,
    signal,
    onProgress: (share) => onProgress?.({ stage: 'training', share }),
  });
  onProgress?.({ stage: 'done', share: 1 });
  return Object.freeze({
    version: 1,
    kind: 'training',
    query: printNetwork(experiment),
    engine: initial.engine,
    experiment,
    initial,
    record,
    verdict: judgeTraining(experiment, initial.verdict, record),
    timings: { trainMs: now() - started },
  });
};

/** Dots: measured side by side, and trained one after another where the question trains. */
const pointsOf = async (
  experiments: readonly Experiment[],
  measurerFor: MeasurerFor,
  options: RunOptions,
): Promise<Brought['points']> => {
  const { onProgress, signal } = options;
  const [first] = experiments;
  onProgress?.({ stage: 'loading', share: 0 });
  const engine = await useEngine((first?.engine.name ?? 'auto') as EngineChoice);
  const untrained = experiments.filter(({ train: steps }) => steps === 0);
  const blueprints = await Promise.all(untrained.map(async (experiment) => loaded(design(experiment))));
  const profiles = await measurerFor(engine).measureAll(blueprints, {
    signal,
    onProgress: (share) => onProgress?.({ stage: 'measuring', share }),
  });
  const points: Point[] = [];
  for (const experiment of experiments) {
    const index = untrained.indexOf(experiment);
    const [blueprint, measured] = [blueprints[index], profiles[index]];
    points.push(
      blueprint === undefined || measured === undefined
        ? await trainedPoint(experiment, measurerFor, options)
        : pointOf({ experiment, blueprint, measured, training: null }),
    );
  }
  onProgress?.({ stage: 'done', share: 1 });
  return { engine: engine.name, points };
};

const trainedPoint = async (experiment: Experiment, measurerFor: MeasurerFor, options: RunOptions): Promise<Point> => {
  const { initial, record, verdict } = await train(experiment, measurerFor, options, 0);
  const training = { record, outcome: verdict.outcome };
  return pointOf({ experiment, blueprint: design(experiment), measured: initial.measured, training });
};
