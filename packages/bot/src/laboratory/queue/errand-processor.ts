import type { Errand, Progress } from '@vanish/core/study';
import type { Redis } from 'ioredis';
import { type Laboratory, WorkEnded } from '../laboratory.ts';
import { isEnded } from './endings.ts';
import type { Processor } from './job-worker.ts';
import { type ErrandJob, otherVersion } from './jobs.ts';
import { unpack } from './packing.ts';
import type { Parcels } from './parcels.ts';
import { progressMs } from './tempo.ts';
import { throttle } from './throttle.ts';

/** What errands are run with. */
export interface ErrandMeans {
  readonly redis: Redis;
  readonly laboratory: Pick<Laboratory, 'hands'>;
  readonly parcels: Parcels;
  /** Of this laboratory. */
  readonly version: string;
}

/** Measures what a question anywhere has sent out. */
export const errandProcessor =
  ({ redis, laboratory, parcels, version }: ErrandMeans): Processor<ErrandJob> =>
  async (job, signal) => {
    const { question, errand, parcel, mostMs } = job.data;
    // other code may come to other numbers: the question's own worker measures that itself
    if (job.data.version !== version) return otherVersion;
    if (await isEnded(redis, question)) throw new WorkEnded('nobody waits for this any more');
    const progress = throttle((now: Progress) => job.updateProgress(now), progressMs);
    try {
      const hands = await laboratory.hands(limited(signal, mostMs));
      const wanted = (await unpack(Buffer.from(errand, 'base64'))) as Errand;
      await parcels.put(parcel, await hands.run(wanted as never, { onProgress: progress.tell }));
      return null;
    } finally {
      await progress.stop();
    }
  };

/** A signal, and a clock that ends the work in any case. */
export const limited = (signal: AbortSignal, mostMs: number | null): AbortSignal =>
  mostMs === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(mostMs)]);
