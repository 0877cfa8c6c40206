import type { Redis } from 'ioredis';
import { redisKeys } from '../laboratory/queue/names.ts';
import { pack, unpack } from '../laboratory/queue/packing.ts';
import { within } from '../laboratory/queue/queue-error.ts';
import { type AnswerStore, isLasting, type Kept, nameOf, noStore } from './answer-store.ts';

/** How long an answer is kept that nobody asks for. **Unit** seconds. */
const keptSeconds = 7 * 24 * 3600;

/** One answer at most, compressed, and answers in all: those not asked for longest go first. **Unit** bytes; answers. */
const [mostBytes, mostAnswers] = [2 * 2 ** 20, 500];

/** Longer than a question should wait for what it may also measure. **Unit** milliseconds. */
const patienceMs = 2000;

/** Marks an answer as asked for, by the clock of Redis, and drops what is one too many. */
const touch = `
local time = redis.call('TIME')
redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('EXPIRE', ARGV[1], ARGV[2])
local old = redis.call('ZRANGE', KEYS[1], 0, -1 - ARGV[3])
for _, key in ipairs(old) do
  redis.call('UNLINK', key)
  redis.call('ZREM', KEYS[1], key)
end
return #old`;

/**
 * Keeps answers in Redis, for all processes, compressed, and for one version of the laboratory alone: `version` is part of every key.
 * What cannot be read counts as absent, what cannot be written is not kept. An answer of a slower engine, given because the fastest was
 * missing, is not kept, as on disk.
 */
export const redisStore = (redis: Redis, version: () => Promise<string>): AnswerStore => {
  const keyOf = async (query: string): Promise<string> => redisKeys.answer(nameOf(await version(), query));
  const use = (key: string): Promise<unknown> => redis.eval(touch, 1, redisKeys.answers, key, keptSeconds, mostAnswers);
  const get = async (query: string): Promise<Kept | null> => {
    const key = await keyOf(query);
    const packed = await redis.getBuffer(key);
    if (packed === null) return null;
    const kept = (await unpack(packed)) as { readonly query: string; readonly since: string; readonly answer: Kept['answer'] };
    if (kept.query !== query) return null;
    await use(key);
    return { answer: kept.answer, since: new Date(kept.since) };
  };
  const put = async (query: string, { answer, since }: Kept): Promise<void> => {
    if (!isLasting(query, answer)) return;
    const packed = await pack({ query, since, answer });
    if (packed.length > mostBytes) return;
    const key = await keyOf(query);
    await redis.set(key, packed, 'EX', keptSeconds);
    await use(key);
  };
  // a connection that is away costs time, never an answer
  const isAway = (): boolean => redis.status !== 'ready';
  return {
    get: async (query) => (isAway() ? null : within(patienceMs, get(query)).catch(() => null)),
    put: async (query, kept) => (isAway() ? undefined : within(patienceMs, put(query, kept)).catch(() => {})),
    describe: async () =>
      isAway()
        ? noStore.describe()
        : within(patienceMs, redis.zcard(redisKeys.answers)).then(
            (count) => `${count} kept in Redis`,
            () => noStore.describe(),
          ),
  };
};
