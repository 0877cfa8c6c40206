import { createHash } from 'node:crypto';
import type { Brought, Errand, ErrandOf, ErrandOptions, Hands, Progress } from '@vanish/core/study';
import { type ErrandJob, otherVersion } from './jobs.ts';
import { pack } from './packing.ts';
import type { Parcels } from './parcels.ts';
import { lost, QueueError } from './queue-error.ts';
import type { RemoteJobs } from './remote-jobs.ts';

/** What the hands of one question work with. */
export interface QueueHands {
  /** The job of the question. */
  readonly question: string;
  readonly signal: AbortSignal;
  /** Threads of all workers. */
  readonly count: number;
  readonly errands: Pick<RemoteJobs<ErrandJob>, 'run'>;
  readonly parcels: Parcels;
  /** Of this laboratory. */
  readonly version: string;
  readonly mostMs: number | null;
  /** Hands of this process, for errands that came into the hands of another version. */
  readonly own: Hands;
}

/**
 * The threads of all workers of all computers as hands of one question. Errands are plain jobs, not children of the question's job in
 * a BullMQ flow: a study decides by what the first errands bring which ones come next, and holds what it knows in memory meanwhile; a
 * parent in a flow would have to end, and begin again from nothing, whenever its children are done.
 *
 * The parcel of an errand is named by its content alone, its job by its content and its question. So a question that is answered once
 * more finds what was measured already, and to end a question never ends an errand that another one waits for.
 */
export const openQueueHands = (means: QueueHands): Hands => ({
  count: means.count,
  run: async <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, { onProgress }: ErrandOptions = {}) => {
    const { question, signal, parcels, version, mostMs } = means;
    const name = createHash('sha256')
      .update(`${version}\n${JSON.stringify(errand)}`)
      .digest('hex')
      .slice(0, 40);
    const parcel = `errand-${name}`;
    const known = await parcels.get(parcel);
    if (known !== null) return known as Brought[Kind];
    const packed = (await pack(errand)).toString('base64');
    const returned = await means.errands.run(
      `${question}-${name}`,
      { question, errand: packed, parcel, version, mostMs },
      { signal, onProgress: (progress) => onProgress?.(progress as Progress) },
    );
    if (returned === otherVersion) return means.own.run(errand, { onProgress });
    const brought = await parcels.get(parcel);
    if (brought === null) throw new QueueError(lost);
    return brought as Brought[Kind];
  },
});
