import type { Redis } from 'ioredis';
import { redisKeys } from './names.ts';

/** Workers by when they count as gone, on the clock of Redis: those of several computers differ. */
const beat = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

const living = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')`;

/** Says again and again that a worker lives, and on how many threads it measures. */
export interface Heartbeat {
  /** Resolves when it was said for the first time. */
  readonly began: Promise<void>;
  /** Takes it back. */
  readonly stop: () => Promise<void>;
}

/** A heart that beats every `beatMs`; three beats missed, and the worker counts as gone. */
export const openHeartbeat = (redis: Redis, worker: string, threads: number, beatMs: number): Heartbeat => {
  const member = `${worker} ${threads}`;
  const say = async (): Promise<void> => {
    await redis.eval(beat, 1, redisKeys.workers, member, 3 * beatMs);
  };
  let saying = say();
  const timer = setInterval(() => {
    // one that could not be said is followed by another
    saying = say().catch(() => {});
  }, beatMs);
  return {
    began: saying,
    stop: async () => {
      clearInterval(timer);
      await saying.catch(() => {});
      await redis.zrem(redisKeys.workers, member);
    },
  };
};

/** Errands that all living workers together can run at once. */
export const countCapacity = async (redis: Redis): Promise<number> => {
  const members = (await redis.eval(living, 1, redisKeys.workers)) as readonly string[];
  return members.reduce((sum, member) => sum + Number(member.split(' ')[1]), 0);
};
