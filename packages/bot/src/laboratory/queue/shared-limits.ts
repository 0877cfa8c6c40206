import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Means } from '../../chat/attend.ts';
import { counted } from '../../counted.ts';
import { redisKeys } from './names.ts';
import { within } from './queue-error.ts';

/** Within which limits all processes together take questions on. */
export interface SharedLimitsOptions {
  readonly redis: Redis;
  /** Questions of one asker. */
  readonly mostPerMinute: number;
  /** Questions that wait at most. */
  readonly mostWaiting: number;
  readonly countWaiting: () => Promise<number>;
}

/** Longer than a platform delivers an event again: Slack does so for five minutes. **Unit** seconds. */
const rememberedSeconds = 3600;

/** Whoever waits for these has asked and sees nothing yet. **Unit** milliseconds. */
const patienceMs = 2000;

/** Says 1 to whoever came first, and says so again where the answer got lost and the connection asks once more. */
const claimFirst = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return 1 end
if redis.call('GET', KEYS[1]) == ARGV[1] then return 1 end
return 0`;

/**
 * What several processes decide together: who attends to an event that was delivered to more than one, how often somebody may ask, how
 * many may wait. Askers and events are kept as hashes. Where Redis is away each process decides for itself, as it does without Redis.
 */
export const openSharedLimits = (options: SharedLimitsOptions): Required<Pick<Means, 'claim' | 'admit'>> => {
  const { redis, mostPerMinute, mostWaiting, countWaiting } = options;
  const rate = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: redisKeys.rate,
    points: mostPerMinute,
    duration: 60,
  });
  const isAway = (): boolean => redis.status !== 'ready';
  return {
    claim: async (event) => {
      if (isAway()) return true;
      const key = redisKeys.event(hashOf(event));
      const first = await within(patienceMs, redis.eval(claimFirst, 1, key, randomUUID(), rememberedSeconds)).catch(() => 1);
      return first === 1;
    },
    admit: async (asker) => {
      if (isAway()) return null;
      const waiting = await within(patienceMs, countWaiting()).catch(() => 0);
      if (waiting >= mostWaiting) {
        return `${counted(waiting, 'question')} ${waiting === 1 ? 'waits' : 'wait'} already. Try again in a minute.`;
      }
      const refusal = await within(patienceMs, rate.consume(hashOf(asker))).catch((problem: unknown) => problem);
      if (!(refusal instanceof RateLimiterRes) || refusal.consumedPoints <= mostPerMinute) return null;
      const seconds = Math.ceil(refusal.msBeforeNext / 1000);
      return `That is more than ${counted(mostPerMinute, 'question')} a minute. Try again in ${counted(seconds, 'second')}.`;
    },
  };
};

const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 40);
