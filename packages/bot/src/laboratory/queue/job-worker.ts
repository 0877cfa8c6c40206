import { type Job, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { asFailure } from './failure.ts';
import { prefix } from './names.ts';
import { within } from './queue-error.ts';
import { type OnProblem, sentenceOf } from './redis-link.ts';
import { keep, mostStalls, type Tempo } from './tempo.ts';

/** Why a job that runs here is to end. */
export type Reason = 'ended' | 'given back' | 'taken by another';

/** How a job ended here: also one that fails was done. */
export type Ending = 'done' | 'failed' | 'ended' | 'given back';

/** Does one job; what it throws is told to whoever waits. The signal's reason is a Reason. */
export type Processor<Data> = (job: Job<Data>, signal: AbortSignal) => Promise<unknown>;

/** A line, and how many of its jobs are done here at once. */
export interface JobWorkerOptions<Data> {
  readonly queue: string;
  /** Who takes them. */
  readonly worker: string;
  readonly concurrency: number;
  readonly redis: Redis;
  readonly tempo: Tempo;
  readonly onProblem: OnProblem;
  /** Told how a job that was done here ended, and after how long. **Unit** milliseconds. */
  readonly onEnd?: (ending: Ending, milliseconds: number) => void;
  /** For which question a job is done. */
  readonly questionOf: (job: Job<Data>) => string;
}

/** Takes jobs from a line. */
export interface JobWorker {
  /** Ends what is done here for a question. */
  readonly end: (question: string) => void;
  /** Takes nothing new, waits so long for what runs, and gives back the rest. **Unit** milliseconds. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** What an error ended, by the reason of its signal. */
const endingOf = (reason: Reason | undefined): Ending => {
  if (reason === undefined) return 'failed';
  return reason === 'ended' ? 'ended' : 'given back';
};

/** A worker that ends a job at once wherever the wish comes from, and gives it back where it is the worker that has to go. */
export const openJobWorker = <Data>(options: JobWorkerOptions<Data>, processor: Processor<Data>): JobWorker => {
  const { queue, concurrency, redis, tempo, onProblem, questionOf } = options;
  const running = new Map<string, Job<Data>>();
  // three parameters: BullMQ gives a signal to whoever takes one
  const work = async (job: Job<Data>, token: string | undefined, signal: AbortSignal | undefined): Promise<unknown> => {
    const { id = '' } = job;
    const began = performance.now();
    let ending: Ending = 'done';
    running.set(id, job);
    try {
      return await processor(job, signal ?? new AbortController().signal);
    } catch (error) {
      ending = endingOf(signal?.reason);
      if (signal?.reason !== ('given back' satisfies Reason)) throw asFailure(error);
      await job.moveToWait(token);
      throw new WaitingError();
    } finally {
      if (running.get(id) === job) running.delete(id);
      options.onEnd?.(ending, performance.now() - began);
    }
  };
  const worker = new Worker<Data>(queue, work, {
    name: options.worker,
    connection: redis,
    prefix,
    concurrency,
    lockDuration: tempo.lockMs,
    // renewed four times before it ends, so that a busy moment costs nothing
    lockRenewTime: tempo.lockMs / 4,
    stalledInterval: tempo.stalledMs,
    maxStalledCount: mostStalls,
    ...keep,
  });
  worker.on('error', (error) => onProblem(sentenceOf(error)));
  const cancel = (id: string, reason: Reason): void => {
    worker.cancelJob(id, reason);
  };
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids) cancel(id, 'taken by another');
  });
  return {
    end: (question) => {
      for (const [id, job] of running) if (questionOf(job) === question) cancel(id, 'ended');
    },
    stop: async (graceMs) => {
      // to pause would not do: a worker that waits for a job takes the next one all the same, even one that it has given back
      const closing = worker.close();
      await within(graceMs, closing).catch(() => {});
      for (const id of running.keys()) cancel(id, 'given back');
      await within(tempo.answerMs, closing).catch(() => {});
    },
  };
};
