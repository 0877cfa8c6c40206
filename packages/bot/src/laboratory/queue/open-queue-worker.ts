import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { laboratoryFingerprint } from '../../answers/laboratory-version.ts';
import { openStudioThreads } from '../studio.ts';
import { openThreadLaboratory } from '../thread-laboratory.ts';
import { openHeartbeat } from './capacity.ts';
import { hearEndings } from './endings.ts';
import { errandProcessor } from './errand-processor.ts';
import { type Ending, openJobWorker } from './job-worker.ts';
import type { ErrandJob, QuestionJob } from './jobs.ts';
import { queueNames } from './names.ts';
import { openParcels } from './parcels.ts';
import { questionProcessor } from './question-processor.ts';
import { within } from './queue-error.ts';
import { type OnProblem, openRedisLink, sentenceOf } from './redis-link.ts';
import { openRemoteJobs } from './remote-jobs.ts';
import { questionsAtOnce, type Tempo, usualTempo } from './tempo.ts';

/** What a worker does: plans a question, or measures what one sent out. */
export type JobKind = 'question' | 'errand';

/** What a worker works with. */
export interface QueueWorkerOptions {
  /** The address of Redis. */
  readonly url: string;
  /** Threads that measure. */
  readonly threads: number;
  readonly tempo?: Tempo;
  /** Told of every job that was done here. **Unit** milliseconds. */
  readonly onJob?: (kind: JobKind, ending: Ending, milliseconds: number) => void;
  /** Told what should not have happened, without secrets. */
  readonly onProblem: OnProblem;
}

/** A process's share in the work of all. */
export interface QueueWorker {
  /** Errands that it runs at once. */
  readonly threads: number;
  readonly isReachable: () => Promise<boolean>;
  /** Takes nothing new, lets what runs end within that time, gives back the rest, and closes. **Unit** milliseconds. */
  readonly close: (graceMs: number) => Promise<void>;
}

/** Threads that compute stand back behind the one that renews what its jobs hold. */
const background = { niceness: 5 } as const;

/**
 * A worker. It takes questions and errands from two lines, and into two pools of threads: a question that waits for its errands holds
 * no place that an errand needs, so that they cannot wait for each other.
 */
export const openQueueWorker = async (options: QueueWorkerOptions): Promise<QueueWorker> => {
  const { url, tempo = usualTempo, onProblem, onJob } = options;
  const laboratory = openThreadLaboratory(options.threads, background);
  const studio = openStudioThreads(background);
  const [own, version] = await Promise.all([laboratory.hands(new AbortController().signal), laboratoryFingerprint()]);
  const threads = own.count;
  // while TensorFlow opens, what is written to standard error is lost
  await Promise.all([laboratory.warmUp('auto'), studio.warmUp()]);
  const link = openRedisLink(url, tempo, onProblem);
  const { redis } = link;
  const parcels = openParcels(redis);
  const remote = openRemoteJobs<ErrandJob>(queueNames.errands, link, { tempo, onProblem });
  // said with every job that it takes, for whoever looks for the one that did it
  const name = `${hostname()}.${process.pid}.${randomUUID().slice(0, 8)}`;
  const heart = openHeartbeat(redis, name, threads, tempo.beatMs);
  heart.began.catch(() => {});
  const settings = { redis, tempo, onProblem, worker: name };
  const errands = openJobWorker<ErrandJob>(
    {
      ...settings,
      queue: queueNames.errands,
      concurrency: threads,
      questionOf: ({ data }) => data.question,
      onEnd: (ending, milliseconds) => onJob?.('errand', ending, milliseconds),
    },
    errandProcessor({ redis, laboratory, parcels, version }),
  );
  const questions = openJobWorker<QuestionJob>(
    {
      ...settings,
      queue: queueNames.questions,
      concurrency: questionsAtOnce,
      questionOf: ({ id = '' }) => id,
      onEnd: (ending, milliseconds) => onJob?.('question', ending, milliseconds),
    },
    questionProcessor({ redis, laboratory, studio, parcels, version, errands: remote }),
  );
  const onEnd = (question: string): void => {
    questions.end(question);
    errands.end(question);
  };
  const closeEars = hearEndings(redis, onEnd, (error) => onProblem(sentenceOf(error)));
  return {
    threads,
    isReachable: link.isReachable,
    close: async (graceMs) => {
      const half = graceMs / 2;
      await within(tempo.answerMs, heart.stop()).catch(() => {});
      // its own questions may need its own errands, so those stop second
      await questions.stop(half);
      await errands.stop(half);
      closeEars();
      await Promise.allSettled([remote.close(), studio.close(), laboratory.close()]);
      link.close();
    },
  };
};
