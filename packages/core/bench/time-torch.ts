import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Case } from './cases.ts';
import type { Patience } from './median-ms.ts';

/** A case in PyTorch: a loop over networks as a user writes it, and all networks at once with bmm. */
export interface TorchTimes {
  readonly version: string;
  readonly threads: number;
  readonly loop: TorchTiming;
  readonly batched: TorchTiming;
  /** The faster form where it reports two norms per layer and nothing else. */
  readonly bare: TorchTiming;
}

/** Milliseconds of one form. */
interface TorchTiming {
  readonly medianMs: number;
  readonly bestMs: number;
}

/** Whether an interpreter is there and has torch. */
export const hasTorch = async (interpreter: string): Promise<boolean> =>
  (await runPython(interpreter, ['-c', 'import torch'], '')) !== null;

/** Runs a case in the Python that `interpreter` names. */
export const timeTorch = (interpreter: string, one: Case, patience: Patience): Promise<TorchTimes> =>
  runTorch(interpreter, 'torch-bench.py', { ...one, ...patience });

/** What a script of this folder answers to a question. */
export const runTorch = async <Answer>(interpreter: string, name: string, question: object): Promise<Answer> => {
  const script = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const answer = await runPython(interpreter, [script], JSON.stringify(question));
  if (answer === null) throw new Error(`${script} failed under ${interpreter}`);
  return JSON.parse(answer) as Answer;
};

/** Standard output; null where the interpreter is missing or ends badly. */
const runPython = (interpreter: string, args: readonly string[], input: string): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(interpreter, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const output = text(child.stdout);
    child.on('error', () => resolve(null));
    child.on('exit', async (code) => resolve(code === 0 ? await output : null));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
