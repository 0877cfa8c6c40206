import type { Answer, Errand, Hands, MeasuredQuestion } from '@vanish/core/study';
import type { ThemeName } from '@vanish/plots';
import { failedWith } from './failed-with.ts';
import type { AnswerWatcher, Laboratory } from './laboratory.ts';
import { progressInWords } from './progress-in-words.ts';
import type { Drawn, Illustrated, StudioNotice, StudioOrder } from './studio-messages.ts';
import { openThreadPool, type Respond, scriptBeside, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

export type { Drawn, Illustrated } from './studio-messages.ts';

/** Where answers are planned, judged and drawn, so that a thread which talks to people never computes. */
export interface Studio {
  /** Loads what plans and draws before anybody asks, and resolves when it is there. Never rejects. */
  readonly warmUp: () => Promise<void>;
  /** **Throws** what measuring throws, and WorkEnded when the work was ended. */
  readonly answer: (question: MeasuredQuestion, theme: ThemeName, watcher: Watching) => Promise<Illustrated>;
  /** An answer that is known already. **Throws** RangeError where it lacks what its plot shows. */
  readonly draw: (answer: Answer, theme: ThemeName, signal: AbortSignal) => Promise<Drawn>;
  /** Ends whatever still runs. */
  readonly close: () => Promise<void>;
}

/** The threads of a studio, to which whoever gives an order lends the hands for it. */
export interface StudioThreads extends Pick<Studio, 'warmUp' | 'draw' | 'close'> {
  readonly answer: (question: MeasuredQuestion, theme: ThemeName, hands: Hands, watcher: Watching) => Promise<Illustrated>;
}

/** Who waits for an answer. */
interface Watching extends Pick<AnswerWatcher, 'signal' | 'onProgress' | 'budgetMs'> {
  /** Told once, when somebody begins with it. */
  readonly onBegun?: () => void;
}

type Pool = ThreadPool<StudioOrder, StudioNotice>;

/** Answers that are planned or drawn at once: none of them is long at it. */
const threads = 2;

/** A studio in threads of its own, whose errands the laboratory runs. */
export const openStudio = (laboratory: Pick<Laboratory, 'hands'>, options: ThreadPoolOptions = {}): Studio => {
  const studio = openStudioThreads(options);
  return {
    ...studio,
    answer: async (question, theme, watcher) => studio.answer(question, theme, await laboratory.hands(watcher.signal), watcher),
  };
};

/** Threads that plan, judge and draw, each for one answer at a time. */
export const openStudioThreads = (options: ThreadPoolOptions = {}): StudioThreads => {
  const pool: Pool = openThreadPool(threads, scriptBeside('studio-thread', import.meta.url), options);
  return {
    warmUp: async () => {
      await lastOf(pool, { kind: 'warm-up' }, { signal: new AbortController().signal }).catch(() => {});
    },
    answer: async (question, theme, hands, { signal, onProgress, onBegun, budgetMs }) => {
      onBegun?.();
      const order: StudioOrder = { kind: 'answer', question, theme, hands: hands.count, budgetMs };
      const onNotice = (notice: StudioNotice, respond: Respond): void => {
        if (notice.kind === 'answering') onProgress(progressInWords(question, notice.progress));
        if (notice.kind === 'drawing') onProgress('drawing');
        if (notice.kind === 'errand') runErrand(hands, notice, respond);
      };
      return (await lastOf(pool, order, { signal, onNotice })) as Illustrated;
    },
    draw: async (answer, theme, signal) => (await lastOf(pool, { kind: 'draw', answer, theme }, { signal })) as Drawn,
    close: () => pool.close(),
  };
};

interface Listening {
  readonly signal: AbortSignal;
  readonly onNotice?: (notice: StudioNotice, respond: Respond) => void;
}

const lastOf = async (pool: Pool, order: StudioOrder, { signal, onNotice }: Listening): Promise<unknown> => {
  const hear = (notice: { readonly kind: string }, respond: Respond): void => onNotice?.(notice as StudioNotice, respond);
  for await (const notice of pool.follow(order, signal, hear)) if (notice.kind === 'done') return notice.value;
  throw new Error('a thread ended without a last word');
};

/** Runs an errand of a thread, and tells it how that goes. */
const runErrand = (hands: Hands, { id, errand }: { readonly id: number; readonly errand: Errand }, respond: Respond): void => {
  hands.run(errand as never, { onProgress: (progress) => respond({ kind: 'progress', id, progress }) }).then(
    (value) => respond({ kind: 'brought', id, value }),
    (error: unknown) => respond({ ...failedWith(error), id }),
  );
};
