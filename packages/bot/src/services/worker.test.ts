import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMeasured, parseQuery } from '@vanish/core/query';
import { afterEach, describe, expect, test } from 'vitest';
import { hasRedis, needsRedis, startRedis } from '../fixtures/redis-server.ts';
import { openQueue } from '../laboratory/queue/open-queue.ts';

const bin = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

let child: ChildProcess | null = null;
afterEach(() => {
  child?.kill('SIGKILL');
});

interface Started {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

const startWorker = (variables: Readonly<Record<string, string>>): Started => {
  const worker = spawn(process.execPath, [bin, 'worker'], {
    env: { PATH: process.env['PATH'], TF_CPP_MIN_LOG_LEVEL: '2', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = worker;
  let text = '';
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', (some) => (text += some));
  return { said: () => text, ended: once(worker, 'close').then(([code]) => code) };
};

test('a worker without a queue says what is missing', async () => {
  const { said, ended } = startWorker({});
  expect(await ended).toBe(2);
  expect(said()).toContain('VANISH_REDIS_URL is missing');
});

test('a worker with a wrong address does not quote it', async () => {
  const { said, ended } = startWorker({ VANISH_REDIS_URL: 'http://:geheim-wort@host' });
  expect(await ended).toBe(2);
  expect(said()).toContain('VANISH_REDIS_URL is no address');
  expect(said()).not.toContain('geheim');
});

test('a worker says all that is wrong with its settings, and begins nothing', async () => {
  const { said, ended } = startWorker({
    VANISH_REDIS_URL: 'redis://127.0.0.1:1',
    VANISH_THREADS: 'many',
    VANISH_LOG_LEVEL: 'lout',
  });
  expect(await ended).toBe(2);
  expect(said()).toMatch(/VANISH_THREADS is no number[\s\S]*VANISH_LOG_LEVEL/u);
});

describe.skipIf(!hasRedis)(`the word worker${needsRedis}`, () => {
  test('it answers what a bot asks, and ends in time when it is asked to', async () => {
    const server = await startRedis();
    const limits = { questionsPerMinute: 10, queue: 10, budgetMs: 60_000 };
    const queue = openQueue({ redisUrl: server.url, limits }, () => {});
    const { said, ended } = startWorker({ VANISH_REDIS_URL: server.url, VANISH_THREADS: '1', VANISH_WORKER_STATUS_PORT: '0' });
    const parsed = parseQuery('depth=4 width=16 act=tanh seeds=2 batch=8 engine=wasm');
    if (parsed.kind !== 'question' || !isMeasured(parsed.question)) throw new Error('no question');
    const watcher = { signal: new AbortController().signal, onProgress: () => {}, budgetMs: 60_000 };
    const { answer, picture } = await queue.studio.answer(parsed.question, 'light', watcher);
    expect(answer.query).toContain('depth=4');
    expect(picture).not.toBeNull();
    const [, status] = /"status":"([^"]+)"/u.exec(said()) ?? [];
    expect(await (await fetch(`${status}/readyz`)).text()).toBe('[]\n');
    const metrics = await (await fetch(`${status}/metrics`)).text();
    expect(metrics).toContain('vanish_job_seconds_count{kind="question",ending="done"} 1');
    expect(metrics).toContain('vanish_job_seconds_count{kind="errand",ending="done"} 1');
    child?.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toMatch(/"threads":1.*worker ready[\s\S]*worker ends/u);
    await queue.close();
    await server.kill();
  });
});
