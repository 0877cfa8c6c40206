import type { EngineName } from '../src/engine/index.ts';
import type { CaseTimes, QuestionTimes } from './time-engine.ts';
import type { StartTimes } from './time-start.ts';
import type { StepTimes } from './time-steps.ts';
import type { StudyTimes } from './time-studies.ts';
import type { TorchTimes } from './time-torch.ts';
import type { TrainingTimes } from './time-training.ts';

/** What was found of an engine apart from the cases. */
export interface EngineReport extends QuestionTimes {
  readonly engine: EngineName;
  readonly start: { readonly whole: StartTimes; readonly apart: StartTimes };
  readonly tensorsLeaked: number;
}

/** A case on every engine, and in PyTorch where there is one. */
export interface CaseReport {
  readonly name: string;
  readonly engines: readonly (CaseTimes & { readonly engine: EngineName })[];
  readonly torch: TorchTimes | null;
}

/** Steps of a training on an engine, and in PyTorch where there is one. */
export type TrainingReport = TrainingTimes & { readonly engine: EngineName };

/** Everything one bench found, as `--json` prints it. **Unit** milliseconds. */
export interface BenchReport {
  readonly version: 1;
  readonly node: string;
  readonly cores: number;
  /** Processes that wanted a core when the bench began: above 0.5, other work slows what is timed. */
  readonly load: number;
  readonly engines: readonly EngineReport[];
  readonly cases: readonly CaseReport[];
  readonly training: readonly TrainingReport[];
  readonly steps: readonly StepTimes[];
  readonly studies: readonly StudyTimes[];
}

/** The report for people. */
export const printReport = ({ node, cores, load, engines, cases, training, steps, studies }: BenchReport): void => {
  const warning = load > 0.5 ? ': other work is running, the numbers are too high' : '';
  console.log(`Node ${node}, ${cores} cores, load ${load.toFixed(1)}${warning}`);
  for (const report of engines) printEngine(report, cases);
  if (training.length > 0) printTraining(training);
  if (steps.length > 0) printSteps(steps);
  if (studies.length > 0) printStudies(studies);
  if (cases.length === 0) return;
  const torch = cases[0]?.torch ?? null;
  console.log(
    torch === null
      ? '\nno Python with torch found: set VANISH_BENCH_PYTHON to an interpreter that has it'
      : `\nPyTorch ${torch.version}, ${torch.threads} threads; "faster" compares with the better of its two forms, which report what we report; "bare" reports two norms per layer`,
  );
};

const printEngine = (
  { engine, version, questionsPerSecond, tensorsLeaked, start }: EngineReport,
  cases: readonly CaseReport[],
): void => {
  console.log(`\n${engine} ${version}`);
  console.log(`  depth=10 act=sigmoid, warm: ${questionsPerSecond.toFixed(1)} questions/s`);
  console.log(`  tensors leaked: ${tensorsLeaked}`);
  console.log(`  from a fresh process: ${inWords(start.whole)}`);
  console.log(`  loaded apart:         ${inWords(start.apart)}\n`);
  const header = ['seeds×depth×width×batch', 'ms', 'best', 'drawing', 'eager', 'first', 'GFLOP/s'];
  const torchHeader =
    cases[0]?.torch == null ? [] : ['torch loop', 'best', 'torch bmm', 'best', 'faster', 'best', 'torch bare', 'faster'];
  printTable([[...header, ...torchHeader], ...cases.map((one) => cellsOf(one, engine))]);
};

/** Steps of training; what recording adds is of the fastest runs, which other work disturbs least. */
const printTraining = (training: readonly TrainingReport[]): void => {
  console.log('\ntraining, a step\n');
  const header = ['network', 'ms', 'best', 'bare', 'best', 'recording', 'first', 'torch', 'best', 'faster', 'best'];
  const rows = training.map(({ name, recorded, bare, torch }) => [
    name,
    ...[recorded.medianMs, recorded.bestMs, bare.medianMs, bare.bestMs].map(ms),
    `${(100 * (recorded.bestMs / bare.bestMs - 1)).toFixed(0)} %`,
    ms(recorded.firstMs),
    ...(torch === null
      ? []
      : [
          ms(torch.medianMs),
          ms(torch.bestMs),
          `${(torch.medianMs / recorded.medianMs).toFixed(2)}×`,
          `${(torch.bestMs / recorded.bestMs).toFixed(2)}×`,
        ]),
  ]);
  printTable([header, ...rows]);
};

/** Steps of people's own models, operation by operation and as one graph; `pays` is after how many steps the graph is paid for. */
const printSteps = (steps: readonly StepTimes[]): void => {
  console.log("\na training step of one's own, as it is and compiled\n");
  const header = ['model', 'eager', 'best', 'compiled', 'best', 'faster', 'best', 'graph built in', 'pays after'];
  const rows = steps.map(({ name, eager, compiled, buildMs }) => [
    name,
    ...[eager.medianMs, eager.bestMs, compiled.medianMs, compiled.bestMs].map(ms),
    `${(eager.medianMs / compiled.medianMs).toFixed(1)}×`,
    `${(eager.bestMs / compiled.bestMs).toFixed(1)}×`,
    ms(buildMs),
    `${Math.ceil(buildMs / (eager.medianMs - compiled.medianMs))} steps`,
  ]);
  printTable([header, ...rows]);
};

/** Seconds of studies, and how many networks that is in one. */
const printStudies = (studies: readonly StudyTimes[]): void => {
  console.log('\nquestions about several networks, seconds and points per second, first time in a process\n');
  const cell = (ms: number | null, networks: number): readonly string[] =>
    ms === null ? ['–', '–'] : [(ms / 1000).toFixed(1), networks > 1 ? ((1000 * networks) / ms).toFixed(0) : '–'];
  const header = ['study', 'points', 'alone', '/s', 'together', '/s', `${studies[0]?.threads ?? 0} threads`, '/s', 'torch', '/s'];
  const rows = studies.map(({ name, networks, aloneMs, ownMs, threadsMs, torchMs }) => [
    name,
    networks > 1 ? String(networks) : '–',
    ...[aloneMs, ownMs, threadsMs, torchMs].flatMap((ms) => cell(ms, networks)),
  ]);
  printTable([header, ...rows]);
};

const cellsOf = ({ name, engines, torch }: CaseReport, engine: EngineName): readonly string[] => {
  const times = engines.find((one) => one.engine === engine);
  if (times === undefined) return [name];
  const { measureMs, bestMs, drawMs, eagerMs, firstMs, gigaflops } = times;
  const eager = eagerMs === null ? '–' : ms(eagerMs);
  const ours = [name, ms(measureMs), ms(bestMs), ms(drawMs), eager, ms(firstMs), gigaflops.toFixed(1)];
  if (torch === null) return ours;
  const { loop, batched, bare } = torch;
  const faster = Math.min(loop.medianMs, batched.medianMs) / measureMs;
  const bestFaster = Math.min(loop.bestMs, batched.bestMs) / bestMs;
  const theirs = [loop.medianMs, loop.bestMs, batched.medianMs, batched.bestMs].map(ms);
  const ratios = [faster, bestFaster, bare.medianMs / measureMs].map((ratio) => `${ratio.toFixed(2)}×`);
  return [...ours, ...theirs, ...ratios.slice(0, 2), ms(bare.medianMs), ...ratios.slice(2)];
};

const ms = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));

const inWords = (times: StartTimes): string =>
  Object.entries(times)
    .map(([part, value]) => `${part} ${value.toFixed(0)}`)
    .join(' · ');

/** Columns as wide as their widest cell, numbers to the right. */
const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const [first = '', ...rest] = row;
    console.log(
      `  ${first.padEnd(widths[0] ?? 0)}  ${rest.map((cell, index) => cell.padStart(widths[index + 1] ?? 0)).join('  ')}`,
    );
  }
};
