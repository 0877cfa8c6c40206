import type { EngineTimes } from './time-engine.ts';
import type { StartTimes } from './time-start.ts';
import type { TorchTimes } from './time-torch.ts';

/** Everything one bench found, as `--json` prints it. */
export interface BenchReport {
  readonly version: 1;
  readonly node: string;
  readonly cores: number;
  /** Processes that wanted a core when the bench began: above 0.5, other work slows what is timed. */
  readonly load: number;
  readonly engines: readonly (EngineTimes & { readonly start: { readonly whole: StartTimes; readonly apart: StartTimes } })[];
  readonly torch: TorchTimes | null;
}

/** The report for people. */
export const printReport = ({ node, cores, load, engines, torch }: BenchReport): void => {
  console.log(
    `Node ${node}, ${cores} cores, load ${load.toFixed(1)}${load > 0.5 ? ': other work is running, the numbers are too high' : ''}`,
  );
  for (const times of engines) printEngine(times, torch);
  if (torch === null) console.log('\nno Python with torch found: set VANISH_BENCH_PYTHON to an interpreter that has it');
};

const printEngine = (times: BenchReport['engines'][number], torch: TorchTimes | null): void => {
  const { engine, version, questionsPerSecond, tensorsLeaked, start, cases } = times;
  console.log(`\n${engine} ${version}`);
  console.log(`  depth=10 act=sigmoid, warm: ${questionsPerSecond.toFixed(1)} questions/s`);
  console.log(`  tensors leaked: ${tensorsLeaked}`);
  console.log(`  from a fresh process: ${inWords(start.whole)}`);
  console.log(`  loaded apart:         ${inWords(start.apart)}\n`);
  const header = ['seeds×depth×width×batch', 'measure ms', 'eager ms', 'drawing ms', 'GFLOP/s', 'first ms'];
  const torchHeader = torch === null ? [] : ['torch loop ms', 'torch bmm ms', 'times faster'];
  const rows = cases.map(({ name, measureMs, eagerMs, drawMs, gigaflops, firstMs }, index) => {
    const ours = [name, ms(measureMs), eagerMs === null ? '–' : ms(eagerMs), ms(drawMs), gigaflops.toFixed(1), ms(firstMs)];
    const theirs = torch?.rows[index];
    if (theirs === undefined) return ours;
    const { loopMs, batchedMs } = theirs;
    return [...ours, ms(loopMs), ms(batchedMs), (Math.min(loopMs, batchedMs) / measureMs).toFixed(2)];
  });
  printTable([[...header, ...torchHeader], ...rows]);
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
