import { type Execution, type Kernel, startKernel } from '../kernel/kernel.ts';
import type { Output } from '../kernel/output.ts';
import type { Cell, RunCell } from '../notebook/cell.ts';
import { lectureFolder } from './notebooks.ts';

/** What came of running a notebook from its first cell to its last. */
export type Run =
  | { readonly kind: 'done'; readonly cells: readonly RunCell[] }
  | { readonly kind: 'failed'; readonly cell: Cell; readonly why: string; readonly printed: string };

/** How long a cell may take. **Unit** milliseconds. */
const limitMs = 180_000;

/** Runs the cells in a kernel of their own. Tags mean what they mean to other runners: `skip-execution`, `raises-exception`. */
export const runNotebook = async (cells: readonly Cell[]): Promise<Run> => {
  const kernel = await startKernel(lectureFolder);
  try {
    return await runAll(kernel, cells);
  } finally {
    await kernel.stop();
  }
};

const runAll = async (kernel: Kernel, cells: readonly Cell[]): Promise<Run> => {
  const done: RunCell[] = [];
  for (const cell of cells) {
    if (!isRun(cell)) {
      done.push({ ...cell, outputs: [], count: null });
      continue;
    }
    const { status, outputs, count } = await kernel.execute(cell.source, limitMs);
    const mayFail = status === 'error' && cell.tags.includes('raises-exception');
    if (status !== 'ok' && !mayFail) return { kind: 'failed', cell, why: reasons[status], printed: textOf(outputs) };
    done.push({ ...cell, outputs, count });
  }
  return { kind: 'done', cells: done };
};

const isRun = ({ kind, source, tags }: Cell): boolean =>
  kind === 'code' && source.trim() !== '' && !tags.includes('skip-execution');

const reasons: Readonly<Record<Exclude<Execution['status'], 'ok'>, string>> = {
  error: 'failed',
  flooded: 'printed so much at once that the kernel lost some of it: build one text, print it once',
  late: `took longer than ${limitMs / 1000} s`,
  died: 'ended the kernel',
};

const textOf = (outputs: readonly Output[]): string =>
  outputs
    .map((output) => (output.output_type === 'stream' ? output.text : String(output.data['text/plain'] ?? '')))
    .join('\n')
    .replace(framesOfTheKernel, '');

/** Of a stack, what is not the notebook's. */
const framesOfTheKernel = /^ +at .*(?:evalmachine|node:|[/\\]tslab[/\\]).*\n?/gmu;
