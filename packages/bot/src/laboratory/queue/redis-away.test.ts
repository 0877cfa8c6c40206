import { isMeasured, type MeasuredQuestion, parseQuery } from '@vanish/core/query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type QueueWorkers, queueWorkers, testTempo } from '../../fixtures/queue-workers.ts';
import { hasRedis, needsRedis, type RedisServer, startRedis } from '../../fixtures/redis-server.ts';
import { waitFor } from '../../fixtures/waited.ts';
import { type OpenQueue, openQueue } from './open-queue.ts';
import { openRedisLink, redisOptionsOf } from './redis-link.ts';

const questionOf = (text: string): MeasuredQuestion => {
  const parsed = parseQuery(text);
  if (parsed.kind !== 'question' || !isMeasured(parsed.question)) throw new Error(`no question: ${text}`);
  return parsed.question;
};

const network = questionOf('depth=4 width=16 act=tanh seeds=2 batch=8 engine=wasm');
const endless = questionOf('depth=40 width=128 act=tanh train=2000 batch=64 seeds=16 engine=cpu');

test('an address is taken apart with its password, also one with a lone %, and its database', () => {
  expect(redisOptionsOf('redis://:a%2Fb@host:6380/2')).toEqual({ host: 'host', port: 6380, password: 'a/b', db: 2 });
  expect(redisOptionsOf('redis://ada:100%@host')).toEqual({ host: 'host', port: 6379, username: 'ada', password: '100%', db: 0 });
  expect(redisOptionsOf('rediss://[::1]')).toMatchObject({ host: '::1', tls: {} });
});

describe.skipIf(!hasRedis)(`when Redis is away${needsRedis}`, () => {
  let server: RedisServer;
  let queue: OpenQueue;
  let workers: QueueWorkers;
  let problems: string[] = [];
  const limits = { questionsPerMinute: 100, queue: 50, budgetMs: 60_000 };
  beforeEach(async () => {
    problems = [];
    server = await startRedis();
    queue = openQueue({ redisUrl: server.url, limits }, (problem) => void problems.push(problem), testTempo);
    workers = queueWorkers(server.url);
  });
  afterEach(async () => {
    await workers.killAll();
    await queue.close();
    await server.kill();
  });

  const ask = (question: MeasuredQuestion, onProgress: (line: string) => void = () => {}) =>
    queue.studio.answer(question, 'light', { signal: new AbortController().signal, onProgress, budgetMs: null });

  const away = {
    name: 'QueueError',
    message: 'The queue of the laboratory cannot be reached at the moment. Try again in a minute.',
  };

  test('a question is refused in words, and asked again it is answered when Redis is back', async () => {
    await waitFor(queue.isReachable);
    await workers.start();
    await server.kill();
    expect(await queue.isReachable()).toBe(false);
    await expect(ask(network)).rejects.toMatchObject(away);
    await server.restart();
    await waitFor(queue.isReachable);
    expect((await ask(network)).answer.query).toContain('depth=4');
    expect(problems.length).toBeGreaterThan(0);
  });

  test('a question that waits or runs is told so', async () => {
    await waitFor(queue.isReachable);
    await workers.start();
    const lines: string[] = [];
    const asked = ask(endless, (line) => void lines.push(line));
    const told = expect(asked).rejects.toMatchObject(away);
    await waitFor(() => lines.some((line) => !line.startsWith('queued')));
    await server.kill();
    await told;
  });

  test('a question that Redis has forgotten is told so', async () => {
    const lines: string[] = [];
    const asked = ask(network, (line) => void lines.push(line));
    const told = expect(asked).rejects.toMatchObject({ name: 'QueueError' });
    await waitFor(() => lines.length > 0);
    await server.kill();
    await server.restart();
    await told;
  });

  test('a question that waits too long in line is given up in words', async () => {
    const { openQueueStudio } = await import('./open-queue-studio.ts');
    const link = openRedisLink(server.url, testTempo, () => {});
    const studio = openQueueStudio({ link, mostWaitMs: 300, tempo: testTempo, onProblem: () => {} });
    const watcher = { signal: new AbortController().signal, onProgress: () => {}, budgetMs: null };
    await expect(studio.answer(network, 'light', watcher)).rejects.toMatchObject({
      name: 'QueueError',
      message: 'Nobody in the laboratory came to this question within 1 minute. Try again later.',
    });
    await waitFor(async () => (await studio.countWaiting()) === 0);
    await studio.close();
    link.close();
  });

  test('no password is told, whatever is wrong with it', async () => {
    const heard: string[] = [];
    const wrong = `redis://ada:geheim-wort@127.0.0.1:${server.port}`;
    const closed = openQueue({ redisUrl: wrong, limits }, (problem) => void heard.push(problem), testTempo);
    await waitFor(() => heard.length > 0);
    expect(heard.join('\n')).toMatch(/WRONGPASS|password/u);
    expect(heard.join('\n')).not.toContain('geheim');
    expect(await closed.isReachable()).toBe(false);
    await closed.close();
  });
});
