import type { ChildProcess } from 'node:child_process';
import { isMeasured, parseQuery } from '@vanish/core/query';
import type { Answer, MeasuredQuestion } from '@vanish/core/study';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type QueueWorkers, queueWorkers, testTempo } from '../../fixtures/queue-workers.ts';
import { hasRedis, needsRedis, type RedisServer, startRedis } from '../../fixtures/redis-server.ts';
import { waitFor } from '../../fixtures/waited.ts';
import type { Illustrated } from '../studio.ts';
import { openThreadLaboratory } from '../thread-laboratory.ts';
import { countCapacity } from './capacity.ts';
import type { ErrandJob, QuestionJob } from './jobs.ts';
import { queueNames, redisKeys } from './names.ts';
import { openQueueStudio, type QueueStudio } from './open-queue-studio.ts';
import { openRedisLink, type RedisLink } from './redis-link.ts';
import { openRemoteJobs, type RemoteJobs } from './remote-jobs.ts';

const questionOf = (text: string): MeasuredQuestion => {
  const parsed = parseQuery(text);
  if (parsed.kind !== 'question' || !isMeasured(parsed.question)) throw new Error(`no question: ${text}`);
  return parsed.question;
};

const network = questionOf('depth=4 width=16 act=tanh seeds=2 batch=8 engine=wasm');
const map = questionOf('depth=8 width=24 act=tanh init=normal gain=0.5..3:10 bias=0..1:10 batch=8 seeds=2 engine=wasm');
/** Errands enough for somebody to die in the midst of them. */
const longMap = questionOf('depth=20 width=48 act=tanh init=normal gain=0.5..3:16 bias=0..1:16 batch=16 seeds=2 engine=wasm');
/** So much work that it never ends by itself while a test looks. */
const endless = questionOf('depth=40 width=128 act=tanh train=2000 batch=64 seeds=16 engine=cpu');

const withoutTimes = (answer: Answer): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'timings' ? undefined : value)));

describe.skipIf(!hasRedis)(`a queue of questions${needsRedis}`, () => {
  let server: RedisServer;
  let link: RedisLink;
  let studio: QueueStudio;
  let workers: QueueWorkers;
  let errands: RemoteJobs<ErrandJob>;
  let questions: RemoteJobs<QuestionJob>;
  let problems: string[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.kill());
  beforeEach(async () => {
    problems = [];
    const onProblem = (problem: string): void => void problems.push(problem);
    link = openRedisLink(server.url, testTempo, onProblem);
    await link.redis.flushall();
    studio = openQueueStudio({ link, mostWaitMs: 100_000, tempo: testTempo, onProblem });
    workers = queueWorkers(server.url);
    errands = openRemoteJobs(queueNames.errands, link, { tempo: testTempo, onProblem });
    questions = openRemoteJobs(queueNames.questions, link, { tempo: testTempo, onProblem });
  });
  afterEach(async () => {
    await workers.killAll();
    await studio.close();
    await Promise.all([errands.close(), questions.close()]);
    link.close();
    expect(problems).toEqual([]);
  });

  interface Heard {
    readonly lines: string[];
    readonly controller: AbortController;
    readonly answer: Promise<Illustrated>;
  }

  const ask = (question: MeasuredQuestion, budgetMs: number | null = null): Heard => {
    const lines: string[] = [];
    const controller = new AbortController();
    const onProgress = (line: string): void => void lines.push(line);
    const answer = studio.answer(question, 'light', { signal: controller.signal, onProgress, budgetMs });
    answer.catch(() => {});
    return { lines, controller, answer };
  };

  const workersOf = async ({ queue }: RemoteJobs<ErrandJob> | RemoteJobs<QuestionJob>): Promise<Set<string>> => {
    const jobs = await queue.getJobs(['completed', 'active']);
    return new Set(jobs.flatMap(({ processedBy }) => processedBy ?? []));
  };
  const isOf = (name: string, { pid }: ChildProcess): boolean => name.includes(`.${pid}.`);

  test('the answer is the one that threads of this process give, with its picture', async () => {
    const laboratory = openThreadLaboratory(1);
    await workers.start(2);
    for (const question of [network, map]) {
      const watcher = { signal: new AbortController().signal, onProgress: () => {}, onPartial: null, budgetMs: null };
      const { answer, picture } = await ask(question).answer;
      expect(withoutTimes(answer)).toEqual(withoutTimes(await laboratory.answer(question, watcher)));
      expect(Buffer.from(picture?.png ?? []).toString('latin1', 1, 4)).toBe('PNG');
      expect(picture?.alt.length).toBeGreaterThan(80);
    }
    await laboratory.close();
  });

  test('place in line and progress arrive, in this order', async () => {
    const [first, second, third] = [ask(network), ask(map), ask(network)];
    await waitFor(() => third.lines.includes('queued, until a worker of the laboratory is there again'));
    expect([first, second, third].map(({ lines }) => lines[0])).toEqual([
      'queued, next in line',
      'queued, 1 question before yours',
      'queued, 2 questions before yours',
    ]);
    await workers.start();
    await Promise.all([first, second, third].map(({ answer }) => answer));
    expect(second.lines.some((line) => /^measuring \d+ of 100 networks$/u.test(line))).toBe(true);
    const kinds = second.lines.map((line) => line.startsWith('queued'));
    expect(kinds.lastIndexOf(true)).toBeLessThan(kinds.indexOf(false));
  });

  test('a question that waits is ended: its signal takes it out of the line', async () => {
    const [first, second] = [ask(network), ask(map)];
    await waitFor(() => second.lines.includes('queued, 1 question before yours'));
    first.controller.abort();
    await expect(first.answer).rejects.toMatchObject({ name: 'WorkEnded' });
    await waitFor(() => second.lines.includes('queued, next in line'));
    expect(await studio.countWaiting()).toBe(1);
  });

  test('a question that runs in other processes is ended there, and so are its errands', async () => {
    await workers.start();
    const endlessly = ask(endless);
    await waitFor(async () => (await errands.queue.getActiveCount()) === 1);
    endlessly.controller.abort();
    await expect(endlessly.answer).rejects.toMatchObject({ name: 'WorkEnded' });
    await waitFor(async () => (await errands.queue.getActiveCount()) + (await questions.queue.getActiveCount()) === 0);
    // the one thread that measures is free again
    expect((await ask(network).answer).answer.query).toContain('depth=4');
  });

  test('a question that goes on long after its time is ended by its worker, and so are its errands', async () => {
    await workers.start();
    // its time and the grace after it together are one second
    await expect(ask(endless, -19_000).answer).rejects.toMatchObject({ name: 'TooLong' });
    await waitFor(async () => (await errands.queue.getActiveCount()) === 0);
  });

  test('errands of one map are spread over two workers', async () => {
    const both = await Promise.all([workers.start(), workers.start()]);
    await waitFor(async () => (await countCapacity(link.redis)) === 2);
    await ask(longMap).answer;
    const names = [...(await workersOf(errands))];
    for (const worker of both) expect(names.some((name) => isOf(name, worker))).toBe(true);
  });

  test('what is wrong with an engine is told with its name and sentence', async () => {
    await workers.start();
    const unknown = { ...network, experiment: { ...(network as { experiment: object }).experiment, engine: 'abacus' } };
    await expect(ask(unknown as never).answer).rejects.toMatchObject({ name: expect.stringMatching(/Error$/u) });
  });

  test('a worker with a question is killed: another answers it, and measures nothing twice', async () => {
    const [one, other] = [await workers.start(), await workers.start()];
    const expected = ask(longMap);
    await waitFor(() => expected.lines.some((line) => line.startsWith('measuring')));
    const [name = ''] = await workersOf(questions);
    const [holder, heir] = isOf(name, one) ? [one, other] : [other, one];
    const before = await errands.queue.getJobs(['completed']);
    await workers.kill(holder);
    expect((await expected.answer).answer.query).toContain('gain=0.5..3');
    const last = [...(await workersOf(questions))];
    expect(last.map((each) => isOf(each, heir))).toEqual([true]);
    const after = await Promise.all(before.map(({ id = '' }) => errands.queue.getJob(id)));
    expect(after.map((job) => [job?.id, job?.finishedOn])).toEqual(before.map(({ id, finishedOn }) => [id, finishedOn]));
  });

  test('a worker with errands is killed: they are run elsewhere, and the answer is whole', async () => {
    await workers.start();
    const asked = ask(longMap);
    await waitFor(async () => (await questions.queue.getActiveCount()) === 1);
    const second = await workers.start();
    const next = ask(longMap, 60_000);
    await waitFor(async () => {
      const active = await errands.queue.getJobs(['active']);
      return active.some(({ processedBy = '' }) => isOf(processedBy, second));
    });
    await workers.kill(second);
    const answers = await Promise.all([asked.answer, next.answer]);
    for (const { answer } of answers) expect('unanswered' in answer && answer.unanswered).toEqual([]);
  });

  test('a worker that is asked to end gives back what it cannot end, and leaves nothing that keeps it', async () => {
    const worker = await workers.start();
    const asked = ask(endless);
    await waitFor(async () => (await errands.queue.getActiveCount()) === 1);
    const exit = new Promise<number | null>((resolve) => worker.once('exit', resolve));
    worker.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect([await questions.queue.getWaitingCount(), await errands.queue.getWaitingCount()]).toEqual([1, 1]);
    expect(await link.redis.zcard(redisKeys.workers)).toBe(0);
    asked.controller.abort();
  });

  test('nothing is left in Redis that has no end, or no bound', async () => {
    await workers.start();
    await Promise.all([ask(network).answer, ask(map).answer]);
    const endlessKeys: string[] = [];
    for (const key of await link.redis.keys('*')) if ((await link.redis.ttl(key)) < 0) endlessKeys.push(key);
    const bounded = /^vanish:vanish-(?:questions|errands):(?:id|meta|events|completed|failed|marker|stalled|[\da-f-]{36,})$/u;
    expect(endlessKeys.filter((key) => !bounded.test(key))).toEqual([]);
  });
});
