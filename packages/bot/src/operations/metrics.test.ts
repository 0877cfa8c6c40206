import { register } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Metrics, openMetrics, outcomes } from './metrics.ts';

let metrics: Metrics;
beforeEach(() => {
  metrics = openMetrics();
});
afterEach(() => {
  metrics.close();
});

/** What stands behind a name and its labels; null where there is no such line. */
const read = async (name: string): Promise<number | null> => {
  const { body } = await metrics.text();
  const line = body.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length));
};

test.each([
  ['vanish_questions_received_total', (platform: 'discord' | 'slack') => metrics.received(platform)],
  ['vanish_rate_limited_total', (platform: 'discord' | 'slack') => metrics.rateLimited(platform)],
  ['vanish_reconnections_total', (platform: 'discord' | 'slack') => metrics.reconnected(platform)],
  ['vanish_duplicates_total', (platform: 'discord' | 'slack') => metrics.duplicate(platform)],
])('%s counts from zero, each platform on its own', async (name, count) => {
  expect(await read(`${name}{platform="slack"}`)).toBe(0);
  count('slack');
  count('slack');
  count('discord');
  expect(await read(`${name}{platform="slack"}`)).toBe(2);
  expect(await read(`${name}{platform="discord"}`)).toBe(1);
});

test('an acknowledgement is seen in the bucket of its time, in seconds', async () => {
  metrics.acknowledged('discord', 4);
  metrics.acknowledged('discord', 1400);
  metrics.acknowledged('discord', 3500);
  const bucket = (limit: string): Promise<number | null> =>
    read(`vanish_acknowledgement_seconds_bucket{le="${limit}",platform="discord"}`);
  expect(await bucket('0.005')).toBe(1);
  expect(await bucket('1')).toBe(1);
  expect(await bucket('1.5')).toBe(2);
  expect(await bucket('3')).toBe(2);
  expect(await bucket('+Inf')).toBe(3);
  expect(await read('vanish_acknowledgement_seconds_sum{platform="discord"}')).toBeCloseTo(4.904, 9);
});

test('a question ends in one of the known ways, each counted from zero', async () => {
  for (const outcome of outcomes)
    expect(await read(`vanish_questions_finished_total{platform="slack",outcome="${outcome}"}`)).toBe(0);
  metrics.finished('slack', 'partial', 20_500);
  expect(await read('vanish_questions_finished_total{platform="slack",outcome="partial"}')).toBe(1);
  expect(await read('vanish_question_seconds_sum{platform="slack",outcome="partial"}')).toBe(20.5);
});

test('a time that is no number is left out, and one that went backwards took no time', async () => {
  metrics.finished('slack', 'failed', Number.NaN);
  expect(await read('vanish_questions_finished_total{platform="slack",outcome="failed"}')).toBe(1);
  expect(await read('vanish_question_seconds_count{platform="slack",outcome="failed"}')).toBeNull();
  metrics.waited(Number.POSITIVE_INFINITY);
  metrics.waited(-5);
  metrics.waited(2000);
  expect(await read('vanish_queue_wait_seconds_count')).toBe(2);
  expect(await read('vanish_queue_wait_seconds_sum')).toBe(2);
});

test('queue and running are asked at each reading, and one that cannot tell does not hide the rest', async () => {
  expect(await read('vanish_queue_length')).toBe(0);
  let waiting = 3;
  metrics.setQueue(() => waiting);
  metrics.setRunning(() => {
    throw new Error('closed');
  });
  expect(await read('vanish_queue_length')).toBe(3);
  waiting = 4;
  expect(await read('vanish_queue_length')).toBe(4);
  expect(await read('vanish_running')).toBeNaN();
});

test('the delay of the event loop is told in seconds, beside the metrics of the process', async () => {
  const { body, contentType } = await metrics.text();
  expect(contentType).toContain('text/plain; version=0.0.4');
  expect(body).toContain('process_cpu_seconds_total');
  for (const kind of ['median', 'p99', 'max'])
    expect(await read(`vanish_event_loop_delay_seconds{kind="${kind}"}`)).toBeGreaterThanOrEqual(0);
});

test('a loop that stood still is seen', async () => {
  await metrics.text();
  // the watch needs one turn before the stop and one after it
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  await turn();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  await turn();
  expect(await read('vanish_event_loop_delay_seconds{kind="max"}')).toBeGreaterThan(0.1);
});

test('all names are ours or those of a process, and no label is open-ended', async () => {
  metrics.finished('discord', 'answered', 1);
  const { body } = await metrics.text();
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of lines) expect(line).toMatch(/^(?:vanish|process|nodejs)_/u);
  const labels = lines
    .filter((line) => line.startsWith('vanish_'))
    .flatMap((line) => [...line.matchAll(/[{,](\w+)="/gu)].map(([, label]) => label));
  expect([...new Set(labels)].sort()).toEqual(['kind', 'le', 'outcome', 'platform']);
});

test('two sets of metrics know nothing of each other, and the global registry stays empty', async () => {
  const other = openMetrics();
  other.received('slack');
  expect(await read('vanish_questions_received_total{platform="slack"}')).toBe(0);
  expect(register.getMetricsAsArray()).toEqual([]);
  other.close();
  expect((await other.text()).body.trim()).toBe('');
});
