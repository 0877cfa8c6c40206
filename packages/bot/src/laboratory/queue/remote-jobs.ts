import { type Job, Queue, QueueEvents } from 'bullmq';
import { WorkEnded } from '../laboratory.ts';
import { fromFailure } from './failure.ts';
import { prefix } from './names.ts';
import { lost, QueueError, unreachable, within } from './queue-error.ts';
import { type OnProblem, type RedisLink, sentenceOf } from './redis-link.ts';
import { keep, mostEvents, type Tempo } from './tempo.ts';

/** How a job that somebody else does is watched. */
export interface JobWatcher {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: unknown) => void;
  /** Whether it waits in line, or again, since its worker is gone. */
  readonly onWaiting?: () => void;
  readonly onActive?: () => void;
}

/** Jobs that are done somewhere, and waited for here. */
export interface RemoteJobs<Data> {
  readonly queue: Queue<Data>;
  readonly events: QueueEvents;
  /**
   * What the job returned. A job of this id that is there already is not added again. **Throws** what its worker threw, WorkEnded when
   * the signal came first, and QueueError where Redis is away or has lost it.
   */
  readonly run: (id: string, data: Data, watcher: JobWatcher) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Somebody who waits for a job. */
interface Waiter extends JobWatcher {
  isAdded: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Waiters = Map<string, Set<Waiter>>;

/** Follows the jobs of a queue. */
export const openRemoteJobs = <Data>(
  name: string,
  link: RedisLink,
  { tempo, onProblem }: { readonly tempo: Tempo; readonly onProblem: OnProblem },
): RemoteJobs<Data> => {
  const streams = { events: { maxLen: mostEvents } };
  const queue = new Queue<Data>(name, { connection: link.redis, prefix, streams, defaultJobOptions: keep });
  // from the first event that is remembered: none gets lost between the connection and the first look
  const events = new QueueEvents(name, { connection: link.redis, prefix, lastEventId: '0-0' });
  const onError = (error: Error): void => onProblem(sentenceOf(error));
  queue.on('error', onError);
  events.on('error', onError);
  const waiters: Waiters = new Map();
  hear(events, queue, waiters);
  const stopLooking = lookAfter(queue, waiters, tempo);
  return {
    queue,
    events,
    run: (id, data, watcher) =>
      wait(waiters, id, watcher, async () => {
        // whatever becomes of this promise is told to the waiter
        await within(tempo.answerMs, queue.add('job' as never, data as never, { jobId: id }));
      }),
    close: async () => {
      stopLooking();
      rejectAll(waiters, new WorkEnded('the queue was closed'));
      const closing = Promise.allSettled([events.close(), queue.close()]);
      // BullMQ would wait until Redis is back, only to say good-bye
      if (link.redis.status === 'ready') await within(tempo.answerMs, closing).catch(() => {});
    },
  };
};

const wait = async (waiters: Waiters, id: string, watcher: JobWatcher, add: () => Promise<void>): Promise<unknown> => {
  const { signal } = watcher;
  if (signal.aborted) throw new WorkEnded('the work was ended before it began');
  let end = (): void => {};
  let waiter: Waiter | null = null;
  const done = new Promise<unknown>((resolve, reject) => {
    const waits: Waiter = { ...watcher, isAdded: false, resolve, reject };
    waiter = waits;
    waiters.set(id, (waiters.get(id) ?? new Set()).add(waits));
    end = () => reject(new WorkEnded('the work was ended'));
    signal.addEventListener('abort', end, { once: true });
    add().then(() => {
      waits.isAdded = true;
    }, reject);
  });
  try {
    return await done;
  } finally {
    signal.removeEventListener('abort', end);
    const waiting = waiters.get(id);
    if (waiter !== null) waiting?.delete(waiter);
    if (waiting?.size === 0) waiters.delete(id);
  }
};

const hear = (events: QueueEvents, queue: Queue, waiters: Waiters): void => {
  const each = (id: string, tell: (waiter: Waiter) => void): void => waiters.get(id)?.forEach(tell);
  events.on('completed', ({ jobId, returnvalue }) => each(jobId, ({ resolve }) => resolve(returnvalue)));
  events.on('failed', ({ jobId, failedReason }) => each(jobId, ({ reject }) => reject(fromFailure(failedReason))));
  events.on('progress', ({ jobId, data }) => each(jobId, ({ onProgress }) => onProgress(data)));
  events.on('waiting', ({ jobId }) => each(jobId, ({ onWaiting }) => onWaiting?.()));
  events.on('active', ({ jobId }) => each(jobId, ({ onActive }) => onActive?.()));
  // one that was there already may be done, and nothing will happen to it any more
  events.on('duplicated', ({ jobId }) => {
    if (waiters.has(jobId)) look(queue, waiters, jobId).catch(() => {});
  });
};

/** Looks after all jobs from time to time, for what no event has told; and tells those who wait when Redis is away for long. */
const lookAfter = (queue: Queue, waiters: Waiters, tempo: Tempo): (() => void) => {
  let seenAt = performance.now();
  let isLooking = false;
  const lookAtAll = async (): Promise<void> => {
    await within(tempo.answerMs, queue.waitUntilReady());
    await Promise.all([...waiters.keys()].map((id) => within(tempo.answerMs, look(queue, waiters, id))));
  };
  const timer = setInterval(() => {
    if (waiters.size === 0) seenAt = performance.now();
    if (waiters.size === 0 || isLooking) return;
    isLooking = true;
    lookAtAll()
      .then(
        () => {
          seenAt = performance.now();
        },
        () => {
          if (performance.now() - seenAt > tempo.awayMs) rejectAll(waiters, new QueueError(unreachable));
        },
      )
      .finally(() => {
        isLooking = false;
      });
  }, tempo.lookMs);
  return () => clearInterval(timer);
};

const look = async (queue: Queue, waiters: Waiters, id: string): Promise<void> => {
  // who is adding it right now knows more than Redis does
  const known = [...(waiters.get(id) ?? [])].filter(({ isAdded }) => isAdded);
  if (known.length === 0) return;
  const job = await queue.getJob(id);
  for (const waiter of known) tellOf(job, waiter);
};

const tellOf = (job: Job | undefined, { resolve, reject }: Waiter): void => {
  if (job === undefined) reject(new QueueError(lost));
  // empty where nothing went wrong, whatever the declaration says
  else if ((job.failedReason ?? '') !== '') reject(fromFailure(job.failedReason));
  else if (job.finishedOn !== undefined) resolve(job.returnvalue);
};

const rejectAll = (waiters: Waiters, error: Error): void => {
  for (const each of waiters.values()) for (const { reject } of each) reject(error);
};
