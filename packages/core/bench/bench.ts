import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, cases, nameOf, quickCases } from './cases.ts';
import type { Patience } from './median-ms.ts';
import { type BenchReport, type CaseReport, type EngineReport, printReport, type TrainingReport } from './print.ts';
import { stepCases } from './step-cases.ts';
import { countTensors, timeCase, timeQuestions } from './time-engine.ts';
import { timeStart } from './time-start.ts';
import { type StepTimes, timeStep } from './time-steps.ts';
import { type StudyTimes, studyCases, timeStudy } from './time-studies.ts';
import { hasTorch, timeTorch } from './time-torch.ts';
import { timeTraining } from './time-training.ts';
import { trainingCases } from './training-cases.ts';

const usage = `pnpm bench [--engine tensorflow|wasm|cpu]… [--quick] [--json]
  --engine  which engine to time, several times for several; tensorflow and wasm when left out
  --quick   three cases, few runs, no studies
  --steps   nothing but training steps of people's own models, as they are and compiled
  --json    one JSON object on standard output
  VANISH_BENCH_PYTHON names the Python whose torch is timed beside them; python3 when it is not set`;

const engineNames = ['tensorflow', 'wasm', 'cpu'] as const;
type TimedEngine = (typeof engineNames)[number];

const main = async (): Promise<void> => {
  const options = readOptions();
  if (options === null) return;
  const report = options.isStepsAlone ? await runSteps(options) : await runBench(options);
  if (options.isJson) console.log(JSON.stringify(report));
  else printReport(report);
  if (report.engines.some(({ tensorsLeaked }) => tensorsLeaked !== 0)) process.exitCode = 1;
};

const patienceOf = (isQuick: boolean): Patience =>
  isQuick ? { budgetMs: 300, mostRuns: 10 } : { budgetMs: 2000, mostRuns: 100 };

const thisMachine = (): Pick<BenchReport, 'node' | 'cores' | 'load'> => ({
  node: process.versions.node,
  cores: availableParallelism(),
  load: loadavg()[0] ?? 0,
});

/** Training steps of people's own models, and nothing else. */
const runSteps = async ({ engines, isQuick }: Options): Promise<BenchReport> => {
  const machine = thisMachine();
  const steps = await benchSteps(engines, patienceOf(isQuick));
  return { version: 1, ...machine, engines: [], cases: [], training: [], studies: [], steps };
};

const runBench = async ({ engines, isQuick }: Options): Promise<BenchReport> => {
  const patience = patienceOf(isQuick);
  const machine = thisMachine();
  const started: Omit<EngineReport, 'tensorsLeaked'>[] = [];
  for (const engine of engines) {
    say(`${engine} from a fresh process, and the default question`);
    const start = await timeStart(engine, isQuick ? 1 : 5);
    started.push({ engine, start, ...(await timeQuestions(engine, patience)) });
  }
  const python = process.env['VANISH_BENCH_PYTHON'] ?? 'python3';
  const interpreter = (await hasTorch(python)) ? python : null;
  const timed: CaseReport[] = [];
  // one case after the other, so that engines and PyTorch meet the same weather on a computer that others use too
  for (const one of isQuick ? quickCases : cases) timed.push(await benchCase(one, { engines, interpreter, patience }));
  const trained = await benchTraining({ engines, interpreter, patience }, isQuick);
  const steps = await benchSteps(engines, patience);
  const studies = await benchStudies({ engines, interpreter, patience }, isQuick);
  const counted: EngineReport[] = [];
  // nothing is held before the first question
  for (const times of started) counted.push({ ...times, tensorsLeaked: await countTensors(times.engine) });
  return { version: 1, ...machine, engines: counted, cases: timed, training: trained, steps, studies };
};

interface CaseSettings {
  readonly engines: readonly TimedEngine[];
  /** A Python that has torch. */
  readonly interpreter: string | null;
  readonly patience: Patience;
}

const benchCase = async (one: Case, { engines, interpreter, patience }: CaseSettings): Promise<CaseReport> => {
  say(nameOf(one));
  const timed: CaseReport['engines'][number][] = [];
  for (const engine of engines) timed.push({ engine, ...(await timeCase(engine, one, patience)) });
  return { name: nameOf(one), engines: timed, torch: interpreter === null ? null : await timeTorch(interpreter, one, patience) };
};

/** Trainings on TensorFlow: on other engines a step is its operations one by one, which the cases above tell of. */
const benchTraining = async (
  { engines, interpreter, patience }: CaseSettings,
  isQuick: boolean,
): Promise<readonly TrainingReport[]> => {
  const timed: TrainingReport[] = [];
  for (const engine of engines.filter((name) => name === 'tensorflow')) {
    for (const one of isQuick ? trainingCases.slice(0, 1) : trainingCases) {
      say(`training, ${one.name}`);
      timed.push({ engine, ...(await timeTraining(engine, one, { patience, interpreter })) });
    }
  }
  return timed;
};

/** Steps that are recorded, on TensorFlow: elsewhere a compiled step is the step. */
const benchSteps = async (engines: readonly TimedEngine[], patience: Patience): Promise<readonly StepTimes[]> => {
  const timed: StepTimes[] = [];
  for (const one of engines.includes('tensorflow') ? stepCases : []) {
    say(`steps, ${one.name}`);
    timed.push(await timeStep('tensorflow', one, patience));
  }
  return timed;
};

/** Studies on TensorFlow, which is what a question gets unless it says otherwise. */
const benchStudies = async ({ engines, interpreter }: CaseSettings, isQuick: boolean): Promise<readonly StudyTimes[]> => {
  const timed: StudyTimes[] = [];
  for (const one of engines.includes('tensorflow') && !isQuick ? studyCases : []) {
    say(one.name);
    timed.push(await timeStudy(one, interpreter));
  }
  return timed;
};

const say = (what: string): void => console.error(`timing ${what} …`);

interface Options {
  readonly engines: readonly TimedEngine[];
  readonly isQuick: boolean;
  readonly isStepsAlone: boolean;
  readonly isJson: boolean;
}

/** The options; null where they are wrong or help was wanted, which has then been said. */
const readOptions = (): Options | null => {
  try {
    const { values } = parseArgs({
      options: {
        engine: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
        steps: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const engines = (values.engine ?? ['tensorflow', 'wasm']).map(engineNamed);
    const { quick, steps, json } = values;
    if (!values.help) return { engines: [...new Set(engines)], isQuick: quick, isStepsAlone: steps, isJson: json };
    console.log(usage);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
  }
  return null;
};

const engineNamed = (name: string): TimedEngine => {
  const found = engineNames.find((engine) => engine === name);
  if (found === undefined) throw new RangeError(`unknown engine "${name}" - known: ${engineNames.join(', ')}`);
  return found;
};

await main();
