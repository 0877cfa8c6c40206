import type { AnswerStore } from '../../answers/answer-store.ts';
import { laboratoryFingerprint } from '../../answers/laboratory-version.ts';
import { memoryStore } from '../../answers/memory-store.ts';
import { redisStore } from '../../answers/redis-store.ts';
import type { Means } from '../../chat/attend.ts';
import type { Settings } from '../../operations/settings.ts';
import { openQueueStudio, type QueueStudio } from './open-queue-studio.ts';
import { type OnProblem, openRedisLink } from './redis-link.ts';
import { openSharedLimits } from './shared-limits.ts';
import { type Tempo, usualTempo } from './tempo.ts';

/** All that a process that talks to people has of the queue: what a chat desk takes, and what a process looks after. */
export interface OpenQueue extends Required<Pick<Means, 'claim' | 'admit' | 'mostWaitMs'>> {
  /** Questions of this process that may be in the line of all processes; of each asker one, as ever. */
  readonly slots: number;
  readonly studio: QueueStudio;
  readonly answers: AnswerStore;
  /** For `/readyz`. */
  readonly isReachable: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Discord forgets a question after fifteen minutes, of which it may run for one or two. **Unit** milliseconds. */
const mostWaitMs = 600_000;

/** Opens the queue of a process that talks to people, and waits for nothing. */
export const openQueue = (
  { redisUrl, limits }: { readonly redisUrl: string; readonly limits: Settings['limits'] },
  onProblem: OnProblem,
  tempo: Tempo = usualTempo,
): OpenQueue => {
  const link = openRedisLink(redisUrl, tempo, onProblem);
  const studio = openQueueStudio({ link, mostWaitMs, tempo, onProblem });
  return {
    studio,
    answers: memoryStore(redisStore(link.redis, laboratoryFingerprint)),
    slots: limits.queue,
    mostWaitMs,
    ...openSharedLimits({
      redis: link.redis,
      mostPerMinute: limits.questionsPerMinute,
      mostWaiting: limits.queue,
      countWaiting: studio.countWaiting,
    }),
    isReachable: link.isReachable,
    close: async () => {
      await studio.close();
      link.close();
    },
  };
};
