import type { Redis } from 'ioredis';
import { redisKeys } from './names.ts';
import { pack, unpack } from './packing.ts';
import { parcelSeconds } from './tempo.ts';

/**
 * Results on their way through Redis, compressed, under keys of their own that end by themselves. A job's own return value would be
 * told to every process that hears of the queue, and kept with its events.
 */
export interface Parcels {
  readonly put: (name: string, value: unknown) => Promise<void>;
  /** Null where there is none. */
  readonly get: (name: string) => Promise<unknown>;
  readonly drop: (name: string) => Promise<void>;
}

/** Parcels over a connection. */
export const openParcels = (redis: Redis): Parcels => ({
  put: async (name, value) => {
    await redis.set(redisKeys.parcel(name), await pack(value), 'EX', parcelSeconds);
  },
  get: async (name) => {
    const packed = await redis.getBuffer(redisKeys.parcel(name));
    return packed === null ? null : unpack(packed);
  },
  drop: async (name) => {
    await redis.unlink(redisKeys.parcel(name));
  },
});
