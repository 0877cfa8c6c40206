import { diskStore } from '../answers/disk-store.ts';
import { laboratoryVersion } from '../answers/laboratory-version.ts';
import { memoryStore } from '../answers/memory-store.ts';
import type { ChatDeskOptions } from '../chat/chat-desk.ts';
import { openStudio } from '../laboratory/studio.ts';
import { openThreadLaboratory } from '../laboratory/thread-laboratory.ts';
import type { Checks } from '../operations/readiness.ts';
import type { Settings } from '../operations/settings.ts';
import type { ServiceHost } from './service.ts';

/** Where questions are worked on: in threads of this process, or wherever workers run that have the same Redis. */
export interface Workshop {
  /** What a chat desk takes of it. */
  readonly parts: Pick<ChatDeskOptions, 'studio' | 'answers' | 'slots' | 'claim' | 'admit' | 'mostWaitMs'>;
  /** For `/readyz`. */
  readonly checks: Checks;
  /** For the log. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

/** Threads that compute stand back behind the one that talks to people. */
const background = { niceness: 5 } as const;

/** Opens it warm: what is loaded now makes nobody wait later. */
export const openWorkshop = async (
  { redisUrl, limits }: Settings,
  host: ServiceHost,
  onProblem: (sentence: string) => void,
): Promise<Workshop> => {
  if (redisUrl === null) return openThreads(host);
  const { openQueue } = await import('../laboratory/queue/open-queue.ts');
  const { isReachable, close, ...parts } = openQueue({ redisUrl, limits }, onProblem);
  await parts.studio.warmUp();
  return { parts, checks: { redis: isReachable }, facts: { work: 'shared by Redis' }, close };
};

const openThreads = async ({ threads, cacheFolder }: ServiceHost): Promise<Workshop> => {
  const laboratory = openThreadLaboratory(threads, background);
  const studio = openStudio(laboratory, background);
  // while TensorFlow opens, what is written to standard error is lost
  await Promise.all([laboratory.warmUp('auto'), studio.warmUp()]);
  return {
    parts: { studio, answers: memoryStore(diskStore(cacheFolder, laboratoryVersion)), slots: threads },
    checks: {},
    facts: { threads },
    close: async () => {
      await Promise.allSettled([studio.close(), laboratory.close()]);
    },
  };
};
