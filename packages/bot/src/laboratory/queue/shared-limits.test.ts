import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { redisStore } from '../../answers/redis-store.ts';
import { testTempo } from '../../fixtures/queue-workers.ts';
import { recordedReport } from '../../fixtures/recorded-report.ts';
import { hasRedis, needsRedis, type RedisServer, startRedis } from '../../fixtures/redis-server.ts';
import { waitFor } from '../../fixtures/waited.ts';
import { redisKeys } from './names.ts';
import { openRedisLink, type RedisLink } from './redis-link.ts';
import { openSharedLimits } from './shared-limits.ts';

describe.skipIf(!hasRedis)(`what processes share${needsRedis}`, () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.kill());

  /** Two processes, each with a connection of its own. */
  let [one, other]: RedisLink[] = [];
  let waiting = 0;
  const linkOf = (link: RedisLink | undefined): RedisLink => {
    if (link === undefined) throw new Error('no link');
    return link;
  };
  beforeEach(async () => {
    waiting = 0;
    [one, other] = [1, 2].map(() => openRedisLink(server.url, testTempo, () => {}));
    await Promise.all([one, other].map((link) => linkOf(link).redis.ping()));
    await linkOf(one).redis.flushall();
  });
  afterEach(() => {
    for (const link of [one, other]) linkOf(link).close();
  });

  const limitsOf = (link: RedisLink | undefined) =>
    openSharedLimits({ redis: linkOf(link).redis, mostPerMinute: 3, mostWaiting: 2, countWaiting: async () => waiting });

  test('an event that was delivered to two processes belongs to one of them', async () => {
    const claims = await Promise.all([one, other, one].map((link) => limitsOf(link).claim('slack Ev1')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await limitsOf(other).claim('slack Ev2')).toBe(true);
  });

  test('how often somebody asks counts across processes, and whoever is refused is told when to come again', async () => {
    const [first, second] = [limitsOf(one), limitsOf(other)];
    expect(await first.admit('slack ada')).toBeNull();
    expect(await second.admit('slack ada')).toBeNull();
    expect(await first.admit('slack ada')).toBeNull();
    const refusal = /^That is more than 3 questions a minute\. Try again in \d+ seconds?\.$/u;
    expect(await second.admit('slack ada')).toMatch(refusal);
    expect(await first.admit('slack ada')).toMatch(refusal);
    expect(await first.admit('slack bob')).toBeNull();
  });

  test('nobody is taken on while too many wait, in whatever process', async () => {
    waiting = 2;
    expect(await limitsOf(one).admit('ada')).toBe('2 questions wait already. Try again in a minute.');
  });

  test('who asks and what is asked is not to be read in Redis, and everything there has an end', async () => {
    await limitsOf(one).claim('slack Ev1');
    await limitsOf(one).admit('slack ada');
    const { redis } = linkOf(other);
    const keys = await redis.keys('*');
    expect(keys).toHaveLength(2);
    expect(keys.join(' ')).not.toMatch(/ada|Ev1/u);
    for (const key of keys) expect(await redis.ttl(key)).toBeGreaterThan(0);
  });

  const version = (name: string) => async (): Promise<string> => name;
  const kept = { answer: recordedReport(), since: new Date('2026-11-25T14:02:00Z') };
  const query = 'depth=10 act=sigmoid engine=wasm';

  test('an answer that one process keeps is found by another, of the same version alone', async () => {
    await redisStore(linkOf(one).redis, version('1')).put(query, kept);
    const store = redisStore(linkOf(other).redis, version('1'));
    expect(await store.get(query)).toEqual(kept);
    expect(await store.get(`${query} depth=11`)).toBeNull();
    expect(await store.describe()).toBe('1 kept in Redis');
    expect(await redisStore(linkOf(other).redis, version('2')).get(query)).toBeNull();
  });

  test('what is damaged counts as absent, and what is too large is not kept', async () => {
    const { redis } = linkOf(one);
    const store = redisStore(redis, version('1'));
    await store.put(query, kept);
    const [key = ''] = await redis.keys(redisKeys.answer('*'));
    await redis.set(key, 'no gzip');
    expect(await store.get(query)).toBeNull();
    const noise = Array.from({ length: 400_000 }, () => Math.random());
    await store.put('large', { ...kept, answer: { ...kept.answer, engine: 'tensorflow', noise } as never });
    expect(await store.get('large')).toBeNull();
  });

  test('of very many answers those go that were not asked for longest', async () => {
    const { redis } = linkOf(one);
    const store = redisStore(redis, version('1'));
    await store.put(query, kept);
    const old = Array.from({ length: 500 }, (_, index) => [index, redisKeys.answer(`old-${index}`)]).flat();
    await redis.zadd(redisKeys.answers, ...old);
    await redis.set(redisKeys.answer('old-0'), 'old');
    expect(await store.get(query)).toEqual(kept);
    expect(await redis.exists(redisKeys.answer('old-0'))).toBe(0);
    expect(await redis.zcard(redisKeys.answers)).toBe(500);
    for (const key of [redisKeys.answers, ...(await redis.keys(redisKeys.answer('*')))]) {
      expect(await redis.ttl(key)).toBeGreaterThan(0);
    }
  });

  test('while Redis is away each process decides for itself, at once', async () => {
    await server.kill();
    await waitFor(() => linkOf(one).redis.status !== 'ready');
    expect(await limitsOf(one).claim('slack Ev1')).toBe(true);
    expect(await limitsOf(one).admit('slack ada')).toBeNull();
    expect(await redisStore(linkOf(one).redis, version('1')).get(query)).toBeNull();
    await redisStore(linkOf(one).redis, version('1')).put(query, kept);
    await server.restart();
  });
});
