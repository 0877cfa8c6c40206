import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Case } from './cases.ts';
import type { Patience } from './median-ms.ts';

/** The same cases in PyTorch. */
export interface TorchTimes {
  readonly version: string;
  readonly threads: number;
  /** In the order of the cases: a loop over networks as a user writes it, and all networks at once with bmm. */
  readonly rows: readonly { readonly loopMs: number; readonly batchedMs: number }[];
}

const script = fileURLToPath(new URL('./torch-bench.py', import.meta.url));

/** Runs the cases in the Python that `interpreter` names; null where it has no torch. */
export const timeTorch = async (interpreter: string, cases: readonly Case[], patience: Patience): Promise<TorchTimes | null> => {
  if ((await runPython(interpreter, ['-c', 'import torch'], '')) === null) return null;
  const answer = await runPython(interpreter, [script], JSON.stringify({ cases, ...patience }));
  if (answer === null) throw new Error(`${script} failed under ${interpreter}`);
  return JSON.parse(answer) as TorchTimes;
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
