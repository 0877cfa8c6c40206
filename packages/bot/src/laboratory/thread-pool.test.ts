import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Notice, Order } from './messages.ts';
import { type LastWord, openThreadPool, type ThreadPool } from './thread-pool.ts';

const script = new URL('../fixtures/thread-of-tests.mjs', import.meta.url);

let pool: ThreadPool<Order, Notice>;
let folder = '';
let stopper = new AbortController();
beforeEach(async () => {
  pool = openThreadPool<Order, Notice>(2, script);
  stopper = new AbortController();
  folder = await mkdtemp(join(tmpdir(), 'vanish-pool-'));
});
afterEach(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

interface Wish {
  readonly what?: 'die' | 'die once' | 'fail' | 'spin';
  readonly file?: string;
  readonly ms?: number;
}

const orderTo = (wish: Wish): Order => ({ kind: 'errand', errand: wish as never });

const run = async (wish: Wish, signal: AbortSignal = new AbortController().signal): Promise<readonly (Notice | LastWord)[]> => {
  const heard: (Notice | LastWord)[] = [];
  for await (const notice of pool.follow(orderTo(wish), signal)) heard.push(notice);
  return heard;
};

test('everything that a thread says is heard, in its order', async () => {
  expect(await run({})).toEqual([
    { kind: 'stage', stage: 'working' },
    { kind: 'done', value: expect.any(Number) },
  ]);
});

test('orders run side by side, on as many threads as the pool has, and threads are used again', async () => {
  const heard = await Promise.all(Array.from({ length: 6 }, () => run({ ms: 150 })));
  const threads = new Set(heard.map((notices) => (notices.at(-1) as Extract<LastWord, { kind: 'done' }>).value));
  expect(threads.size).toBe(2);
});

test('what goes wrong in a thread is thrown with its name and sentence', async () => {
  await expect(run({ what: 'fail' })).rejects.toMatchObject({ name: 'EngineError', message: 'no such engine' });
});

test('a signal ends its own work, in the middle of a computation without a pause, and nobody else is disturbed', async () => {
  const controller = new AbortController();
  const ended = run({ what: 'spin' }, controller.signal);
  const other = run({ ms: 400 });
  setTimeout(() => controller.abort(), 150);
  await expect(ended).rejects.toMatchObject({ name: 'WorkEnded' });
  expect((await other).at(-1)?.kind).toBe('done');
  // a new thread stands in for the one that was ended
  expect((await Promise.all([run({}), run({}), run({})])).map((notices) => notices.at(-1)?.kind)).toEqual([
    'done',
    'done',
    'done',
  ]);
});

test.each([1, 2])('an order that waits behind %i ended ones is worked off, without anybody asking again', async (ended) => {
  const controller = new AbortController();
  const spinning = Array.from({ length: 2 }, (_, index) =>
    run({ what: 'spin' }, index < ended ? controller.signal : stopper.signal),
  );
  const endings = Promise.allSettled(spinning);
  const waiting = run({});
  setTimeout(() => controller.abort(), 150);
  expect((await waiting).at(-1)?.kind).toBe('done');
  stopper.abort();
  await endings;
});

test('who is ended while waiting in line hears of it at once, and the work is not begun', async () => {
  const spinning = Promise.allSettled([run({ what: 'spin' }, stopper.signal), run({ what: 'spin' }, stopper.signal)]);
  const file = join(folder, 'begun');
  await expect(run({ file }, AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'WorkEnded' });
  stopper.abort();
  await spinning;
  expect((await run({})).at(-1)?.kind).toBe('done');
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('work that was ended before it began is not begun', async () => {
  const controller = new AbortController();
  controller.abort();
  const file = join(folder, 'begun');
  await expect(run({ file }, controller.signal)).rejects.toMatchObject({ name: 'WorkEnded' });
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an order whose thread dies is given to another, once', async () => {
  const file = join(folder, 'tries');
  expect((await run({ what: 'die once', file })).at(-1)?.kind).toBe('done');
  expect((await readFile(file, 'utf8')).length).toBe(2);
  await expect(run({ what: 'die', file })).rejects.toBeInstanceOf(Error);
  expect((await readFile(file, 'utf8')).length).toBe(4);
});
