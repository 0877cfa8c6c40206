import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cases, quickCases } from './cases.ts';
import type { Patience } from './median-ms.ts';
import { type BenchReport, printReport } from './print.ts';
import { timeEngine } from './time-engine.ts';
import { timeStart } from './time-start.ts';
import { timeTorch } from './time-torch.ts';

const usage = `pnpm bench [--engine tensorflow|wasm|cpu]… [--quick] [--json]
  --engine  which engine to time, several times for several; tensorflow and wasm when left out
  --quick   three cases, few runs
  --json    one JSON object on standard output
  VANISH_BENCH_PYTHON names the Python whose torch is timed beside them; python3 when it is not set`;

const engineNames = ['tensorflow', 'wasm', 'cpu'] as const;
type TimedEngine = (typeof engineNames)[number];

const main = async (): Promise<void> => {
  const options = readOptions();
  if (options === null) return;
  const { engines, isQuick, isJson } = options;
  const patience: Patience = isQuick ? { budgetMs: 300, mostRuns: 10 } : { budgetMs: 2000, mostRuns: 100 };
  const chosen = isQuick ? quickCases : cases;
  const load = loadavg()[0] ?? 0;
  const say = (what: string): void => console.error(`timing ${what} …`);
  const timed: BenchReport['engines'][number][] = [];
  for (const name of engines) {
    say(`${name} from a fresh process`);
    const start = await timeStart(name, isQuick ? 1 : 5);
    timed.push({ ...(await timeEngine(name, chosen, patience, (what) => say(`${name}, ${what}`))), start });
  }
  say('PyTorch');
  const torch = await timeTorch(process.env['VANISH_BENCH_PYTHON'] ?? 'python3', chosen, patience);
  const report: BenchReport = {
    version: 1,
    node: process.versions.node,
    cores: availableParallelism(),
    load,
    engines: timed,
    torch,
  };
  if (isJson) console.log(JSON.stringify(report));
  else printReport(report);
  if (timed.some(({ tensorsLeaked }) => tensorsLeaked !== 0)) process.exitCode = 1;
};

interface Options {
  readonly engines: readonly TimedEngine[];
  readonly isQuick: boolean;
  readonly isJson: boolean;
}

/** The options; null where they are wrong or help was wanted, which has then been said. */
const readOptions = (): Options | null => {
  try {
    const { values } = parseArgs({
      options: {
        engine: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const engines = (values.engine ?? ['tensorflow', 'wasm']).map(engineNamed);
    if (!values.help) return { engines, isQuick: values.quick, isJson: values.json };
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
