import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Experiment } from '../src/experiment/experiment.ts';
import { networksOf } from '../src/query/networks-of.ts';
import { parseQuery } from '../src/query/parse-query.ts';
import { runTorch } from './time-torch.ts';

/** A question about several networks, and what it takes. **Unit** milliseconds; null where it was not timed. */
export interface StudyTimes {
  readonly name: string;
  readonly networks: number;
  /** One network after another, each by itself; of a cure there is no such way. */
  readonly aloneMs: number | null;
  /** As a study in one thread, and on the threads of the front desk. */
  readonly ownMs: number;
  readonly threadsMs: number | null;
  readonly threads: number;
  /** The same networks in PyTorch, one point after another. */
  readonly torchMs: number | null;
}

/** Studies whose speed is watched. */
export const studyCases: readonly { readonly name: string; readonly question: string; readonly isInTorch: boolean }[] = [
  { name: 'sweep, 12 depths × 3 activations, 16 seeds', question: 'depth=2..64 act=sigmoid,tanh,relu', isInTorch: true },
  {
    name: 'map, 32 × 32 tanh nets of 50 layers',
    question: 'depth=50 act=tanh init=normal gain=0.5..3:32 bias=0..1:32',
    isInTorch: true,
  },
  { name: 'cure of 30 sigmoid layers', question: 'fix depth=30 act=sigmoid', isInTorch: false },
];

const script = fileURLToPath(new URL('./study.mjs', import.meta.url));
const run = promisify(execFile);

/** Times a study in fresh processes, whose engines are loaded before the clock starts. */
export const timeStudy = async (
  { name, question, isInTorch }: (typeof studyCases)[number],
  interpreter: string | null,
): Promise<StudyTimes> => {
  const time = async (how: string): Promise<{ readonly ms: number | null; readonly networks: number }> =>
    JSON.parse((await run(process.execPath, [script, how, question])).stdout);
  const threads = availableParallelism();
  const own = await time('own');
  const points = pointsOf(question);
  const torch =
    interpreter === null || !isInTorch
      ? null
      : await runTorch<{ readonly ms: number }>(interpreter, 'torch-studies.py', { points });
  return {
    name,
    networks: own.networks,
    aloneMs: isInTorch ? (await time('alone')).ms : null,
    ownMs: own.ms ?? Number.NaN,
    threadsMs: (await time(String(threads))).ms,
    threads,
    torchMs: torch?.ms ?? null,
  };
};

const pointsOf = (question: string): readonly object[] => {
  const parsed = parseQuery(question);
  return parsed.kind === 'question' ? networksOf(parsed.question).map(pointOf) : [];
};

/** What PyTorch needs to know of a network: Glorot where no gain is said. */
const pointOf = ({ activation, depth, width, batch, seeds, gain, bias }: Experiment): object => ({
  ...{ activation: activation.name, depth, width, batch, seeds, gain, bias },
});
