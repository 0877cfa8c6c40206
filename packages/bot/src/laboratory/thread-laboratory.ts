import type { Progress, ReproductionRow } from '@vanish/core';
import type { Examination } from '@vanish/core/engine';
import type { Brought, Errand, ErrandOf, ErrandOptions, Hands } from '@vanish/core/study';
import type { SavedProbe } from '@vanish/core/watch';
import type { Laboratory, Watcher } from './laboratory.ts';
import type { Notice, Order } from './messages.ts';
import { progressInWords } from './progress-in-words.ts';
import { type LastWord, openThreadPool, scriptBeside, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

type Pool = ThreadPool<Order, Notice>;

/**
 * A laboratory in threads of its own: TensorFlow computes without a pause, so that only from outside can it be ended. Errands of one
 * question run on all threads, as far as the engine bears several; what plans and judges them needs no engine, and runs here.
 */
export const openThreadLaboratory = (threads: number, options: ThreadPoolOptions = {}): Laboratory => {
  let opened: Promise<Pool> | null = null;
  const poolOf = (): Promise<Pool> => {
    opened ??= import('@vanish/core/engine').then(({ threadsThatMayCompute }) =>
      openThreadPool<Order, Notice>(threadsThatMayCompute(threads), scriptBeside('thread', import.meta.url), options),
    );
    return opened;
  };
  return {
    warmUp: async (engine) => {
      // whoever asks first is told what is wrong
      await lastOf(poolOf, { kind: 'warm-up', engine }, { signal: new AbortController().signal }).catch(() => {});
    },
    hands: async (signal) => handsOf(await poolOf(), signal),
    answer: async (question, { signal, onProgress, onPartial, budgetMs }) => {
      const [{ answerQuestion }, pool] = await Promise.all([import('@vanish/core/study'), poolOf()]);
      return answerQuestion(question, handsOf(pool, signal), {
        signal,
        now: () => performance.now(),
        onProgress: (progress) => onProgress(progressInWords(question, progress)),
        ...(onPartial === null ? {} : { onPartial }),
        ...(budgetMs === null ? {} : { budgetMs }),
      });
    },
    examine: async (watcher) => (await lastOf(poolOf, { kind: 'examine' }, watcher)) as Examination,
    probe: async (probe, watcher) => (await lastOf(poolOf, { kind: 'probe', probe }, watcher)) as SavedProbe,
    reproduce: (selection, watcher) => partsOf(poolOf, { kind: 'reproduce', selection }, watcher),
    close: async () => {
      const closing = opened;
      opened = null;
      await (await closing)?.close();
    },
  };
};

const handsOf = (pool: Pool, signal: AbortSignal): Hands => ({
  count: pool.size,
  run: async <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, options: ErrandOptions = {}) =>
    (await lastOf(async () => pool, { kind: 'errand', errand }, { signal, onStep: options.onProgress })) as Brought[Kind],
});

interface Listener extends Partial<Watcher> {
  readonly signal: AbortSignal;
  readonly onStep?: ((progress: Progress) => void) | undefined;
}

const lastOf = async (poolOf: () => Promise<Pool>, order: Order, listener: Listener): Promise<unknown> => {
  let value: unknown;
  for await (const notice of (await poolOf()).follow(order, listener.signal)) {
    tell(notice, listener);
    if (notice.kind === 'done') value = notice.value;
  }
  return value;
};

async function* partsOf(poolOf: () => Promise<Pool>, order: Order, watcher: Watcher): AsyncIterable<ReproductionRow> {
  for await (const notice of (await poolOf()).follow(order, watcher.signal)) {
    tell(notice, watcher);
    if (notice.kind === 'part') yield notice.value as ReproductionRow;
  }
}

const tell = (notice: Notice | LastWord, { onProgress, onStep }: Listener): void => {
  if (notice.kind === 'stage') onProgress?.(notice.stage);
  if (notice.kind === 'progress') onStep?.(notice.progress);
};
