import { WorkEnded } from '../laboratory.ts';
import type { StudioThreads } from '../studio.ts';
import { graceMs, TooLong } from '../too-long.ts';
import { countCapacity } from './capacity.ts';
import { endQuestion, isEnded } from './endings.ts';
import { type ErrandMeans, limited } from './errand-processor.ts';
import type { Processor, Reason } from './job-worker.ts';
import { answerParcel, type ErrandJob, type QuestionJob } from './jobs.ts';
import { openQueueHands, type QueueHands } from './queue-hands.ts';
import type { RemoteJobs } from './remote-jobs.ts';
import { toSend } from './sent-answer.ts';
import { progressMs } from './tempo.ts';
import { throttle } from './throttle.ts';

/** What questions are answered with. */
export interface QuestionMeans extends ErrandMeans {
  readonly studio: Pick<StudioThreads, 'answer'>;
  /** Where errands are sent. */
  readonly errands: Pick<RemoteJobs<ErrandJob>, 'run'>;
}

/** Plans, judges and draws; what is to be measured is sent to all workers. */
export const questionProcessor =
  (means: QuestionMeans): Processor<QuestionJob> =>
  async (job, signal) => {
    const { id = '' } = job;
    const { question, theme, budgetMs } = job.data;
    const mostMs = budgetMs === null ? null : budgetMs + graceMs;
    const clocked = limited(signal, mostMs);
    const progress = throttle((words: string) => job.updateProgress(words), progressMs);
    try {
      if (await isEnded(means.redis, id)) throw new WorkEnded('nobody waits for this any more');
      const hands = openQueueHands(await lend(means, id, clocked, mostMs));
      const watcher = { signal: clocked, onProgress: progress.tell, budgetMs };
      await means.parcels.put(answerParcel(id), toSend(await means.studio.answer(question, theme, hands, watcher)));
      return null;
    } catch (error) {
      // decided before the end is told: this process hears it, too
      const reason = clocked.aborted && !signal.aborted ? new TooLong(budgetMs ?? 0) : error;
      if (isOver(signal)) await endQuestion(means.redis, id);
      throw reason;
    } finally {
      await progress.stop();
    }
  };

/** Whether nobody wants its errands any more: another worker that answers it would. */
const isOver = ({ aborted, reason }: AbortSignal): boolean => !aborted || reason === ('ended' satisfies Reason);

/** An errand has a clock of its own, for when its question's worker is gone; where that lives, it is the one that says when time is up. **Unit** milliseconds. */
const spareMs = 10_000;

/** For each thread one errand that it runs and one that waits at its door: on the way there and back nobody measures. */
const sentAhead = 2;

const lend = async (means: QuestionMeans, id: string, signal: AbortSignal, mostMs: number | null): Promise<QueueHands> => {
  const { redis, laboratory, errands, parcels, version } = means;
  const [count, own] = await Promise.all([countCapacity(redis), laboratory.hands(signal)]);
  // a worker whose heart has not beaten yet has its own threads at least
  return {
    question: id,
    signal,
    count: Math.max(count, own.count) * sentAhead,
    errands,
    parcels,
    version,
    mostMs: mostMs === null ? null : mostMs + spareMs,
    own,
  };
};
