import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Report, ReproductionRow, TrainingReport } from '@vanish/core';
import type { Examination } from '@vanish/core/engine';
import { type Laboratory, type Watcher, WorkEnded } from './laboratory.ts';
import type { Notice, NumberedNotice, NumberedOrder, Order } from './messages.ts';

/** A thread and the work it has not finished. */
interface Bench {
  readonly worker: Worker;
  readonly waiting: Map<number, (notice: Notice) => void>;
}

/**
 * A laboratory in a thread of its own. TensorFlow computes without a pause, so that only from outside can it be ended:
 * a signal terminates the thread (within milliseconds, in the middle of a product), and the next order starts a new one.
 */
export const openThreadLaboratory = (): Laboratory => {
  let bench: Bench | null = null;
  let numberOfOrders = 0;
  const benchOf = (): Bench => {
    if (bench !== null) return bench;
    const opened = openBench(() => {
      if (bench === opened) bench = null;
    });
    bench = opened;
    return opened;
  };
  const close = async (): Promise<void> => {
    const closing = bench;
    bench = null;
    await closing?.worker.terminate();
  };
  const notices = (order: Order, watcher: Watcher): AsyncGenerator<Notice> => {
    numberOfOrders += 1;
    return follow(benchOf(), { number: numberOfOrders, order }, watcher, close);
  };
  return {
    warmUp: (engine) => {
      benchOf().worker.postMessage({ number: 0, order: { kind: 'warm-up', engine } } satisfies NumberedOrder);
    },
    measure: async (experiment, watcher) => (await lastOf(notices({ kind: 'measure', experiment }, watcher))) as Report,
    train: async (experiment, watcher) => (await lastOf(notices({ kind: 'train', experiment }, watcher))) as TrainingReport,
    examine: async (watcher) => (await lastOf(notices({ kind: 'examine' }, watcher))) as Examination,
    reproduce: (selection, watcher) => partsOf(notices({ kind: 'reproduce', selection }, watcher)),
    close,
  };
};

const openBench = (onEnd: () => void): Bench => {
  const waiting = new Map<number, (notice: Notice) => void>();
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  // TensorFlow reads the process's own environment, where the engine has set how much it logs
  const worker = new Worker(new URL(`./thread.${extension}`, import.meta.url), { env: SHARE_ENV });
  // an idle thread keeps no process alive
  worker.unref();
  const end = (name: string, message: string, stack: string): void => {
    onEnd();
    for (const hear of waiting.values()) hear({ kind: 'failed', name, message, stack });
    waiting.clear();
  };
  worker.on('message', ({ number, notice }: NumberedNotice) => waiting.get(number)?.(notice));
  worker.on('error', (error) => end(error.name, error.message, error.stack ?? ''));
  worker.on('exit', () => end('WorkEnded', 'the work was ended', ''));
  return { worker, waiting };
};

/** Everything the thread says about one order, the last word included. */
async function* follow(bench: Bench, order: NumberedOrder, watcher: Watcher, end: () => Promise<void>): AsyncGenerator<Notice> {
  const heard: Notice[] = [];
  let wake: () => void = () => {};
  bench.waiting.set(order.number, (notice) => {
    heard.push(notice);
    wake();
  });
  const endWork = (): void => void end();
  watcher.signal.addEventListener('abort', endWork);
  bench.worker.ref();
  try {
    if (watcher.signal.aborted) throw new WorkEnded('the work was ended before it began');
    bench.worker.postMessage(order);
    for (;;) {
      const notice = heard.shift();
      if (notice === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (notice.kind === 'failed') throw watcher.signal.aborted ? new WorkEnded(notice.message) : toError(notice);
      if (notice.kind === 'progress') watcher.onProgress(notice.stage);
      else yield notice;
      if (notice.kind === 'done') return;
    }
  } finally {
    watcher.signal.removeEventListener('abort', endWork);
    bench.waiting.delete(order.number);
    if (bench.waiting.size === 0) bench.worker.unref();
  }
}

const toError = ({ name, message, stack }: Extract<Notice, { kind: 'failed' }>): Error =>
  Object.assign(name === 'WorkEnded' ? new WorkEnded(message) : new Error(message), { name, stack });

const lastOf = async (notices: AsyncIterable<Notice>): Promise<unknown> => {
  let value: unknown;
  for await (const notice of notices) if (notice.kind === 'done') value = notice.value;
  return value;
};

async function* partsOf(notices: AsyncIterable<Notice>): AsyncIterable<ReproductionRow> {
  for await (const notice of notices) if (notice.kind === 'part') yield notice.value as ReproductionRow;
}
