import { randomUUID } from 'node:crypto';
import { counted } from '../../counted.ts';
import { placeInWords } from '../../place-in-words.ts';
import { type Illustrated, openStudio, type Studio } from '../studio.ts';
import { countCapacity } from './capacity.ts';
import { endQuestion } from './endings.ts';
import { answerParcel, type QuestionJob } from './jobs.ts';
import { queueNames } from './names.ts';
import { openParcels, type Parcels } from './parcels.ts';
import { openPlaces } from './places.ts';
import { lost, QueueError, within } from './queue-error.ts';
import type { OnProblem, RedisLink } from './redis-link.ts';
import { openRemoteJobs, type RemoteJobs } from './remote-jobs.ts';
import { received, type SentAnswer } from './sent-answer.ts';
import { type Tempo, usualTempo } from './tempo.ts';

/** What a studio behind a queue needs. */
export interface QueueStudioOptions {
  readonly link: RedisLink;
  /** How long a question may wait in line, before it is given up. **Unit** milliseconds. */
  readonly mostWaitMs: number;
  readonly tempo?: Tempo;
  readonly onProblem: OnProblem;
}

/** The studio of a process that talks to people, and of the line before it. */
export interface QueueStudio extends Studio {
  /** Questions in the line of all processes. **Throws** QueueError where Redis is away. */
  readonly countWaiting: () => Promise<number>;
}

/**
 * A studio whose questions are answered by workers: they wait in one line for all processes. An answer that is known already is drawn
 * in threads of this process: that takes a second and no errand, an answer of some megabytes need not travel, and it is shown also
 * while no worker runs.
 */
export const openQueueStudio = ({ link, mostWaitMs, tempo = usualTempo, onProblem }: QueueStudioOptions): QueueStudio => {
  const jobs = openRemoteJobs<QuestionJob>(queueNames.questions, link, { tempo, onProblem });
  const places = openPlaces(jobs.queue, jobs.events);
  const drawing = openStudio({
    hands: () => {
      throw new Error('this process measures nothing itself');
    },
  });
  const parcels = openParcels(link.redis);
  /** Questions that are being taken back. */
  const leaving = new Set<Promise<void>>();
  return {
    warmUp: drawing.warmUp,
    draw: drawing.draw,
    answer: async (question, theme, { signal, onProgress, onBegun, budgetMs }) => {
      const id = randomUUID();
      const onPlace = (before: number): void => {
        onProgress(placeInWords(before));
        tellWhereNobodyWorks(link, onProgress);
      };
      const line = openTurn(mostWaitMs, () => places.follow(id, onPlace), onBegun);
      const watcher = {
        signal: AbortSignal.any([signal, line.isOver]),
        onProgress: (words: unknown) => onProgress(String(words)),
        onWaiting: line.wait,
        onActive: line.begin,
      };
      line.wait();
      try {
        await jobs.run(id, { question, theme, budgetMs }, watcher);
        return await within(tempo.answerMs, fetchAnswer(parcels, id));
      } catch (error) {
        const left = giveUp(id, jobs, link).then(() => {
          leaving.delete(left);
        });
        leaving.add(left);
        throw line.isOver.aborted && !signal.aborted ? new QueueError(waitedTooLong(mostWaitMs)) : error;
      } finally {
        line.leave();
      }
    },
    countWaiting: () => within(tempo.answerMs, jobs.queue.getWaitingCount()),
    close: async () => {
      places.close();
      if (link.redis.status === 'ready') await within(tempo.answerMs, Promise.all(leaving)).catch(() => {});
      await Promise.all([jobs.close(), drawing.close()]);
    },
  };
};

const waitedTooLong = (mostMs: number): string =>
  `Nobody in the laboratory came to this question within ${counted(Math.ceil(mostMs / 60_000), 'minute')}. Try again later.`;

/** A line before a closed door moves no more, and says nothing of that. */
const tellWhereNobodyWorks = ({ redis }: RedisLink, onProgress: (line: string) => void): void => {
  countCapacity(redis).then(
    (count) => {
      if (count === 0) onProgress('queued, until a worker of the laboratory is there again');
    },
    () => {},
  );
};

/** The wait of one question: told its place, and over after a while; it waits again where its worker is gone, but begins once. */
const openTurn = (mostMs: number, follow: () => () => void, onBegun: () => void = () => {}) => {
  const over = new AbortController();
  let stop: (() => void) | null = null;
  let hasBegun = false;
  const leave = (): void => {
    stop?.();
    stop = null;
  };
  return {
    isOver: over.signal,
    wait: (): void => {
      if (stop !== null) return;
      const unfollow = follow();
      const timer = setTimeout(() => over.abort(), mostMs);
      stop = () => {
        clearTimeout(timer);
        unfollow();
      };
    },
    leave,
    begin: (): void => {
      leave();
      if (!hasBegun) onBegun();
      hasBegun = true;
    },
  };
};

const fetchAnswer = async (parcels: Parcels, id: string): Promise<Illustrated> => {
  const sent = (await parcels.get(answerParcel(id))) as SentAnswer | null;
  if (sent === null) throw new QueueError(lost);
  // it ends by itself where this does not arrive
  parcels.drop(answerParcel(id)).catch(() => {});
  return received(sent);
};

/** Nobody waits any more, so nobody shall work: told to whoever has it, or has it next; where Redis is away, when it is back. */
const giveUp = async (id: string, { queue }: RemoteJobs<QuestionJob>, { redis }: RedisLink): Promise<void> => {
  try {
    await endQuestion(redis, id);
    await queue.remove(id);
  } catch {
    // a worker has it, or it is gone
  }
};
