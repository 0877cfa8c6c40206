import type { Errand, Hands } from '@vanish/core/study';
import { expect, test } from 'vitest';
import { errandProcessor } from './errand-processor.ts';
import { type ErrandJob, otherVersion } from './jobs.ts';
import type { Parcels } from './parcels.ts';
import { openQueueHands, type QueueHands } from './queue-hands.ts';

const errand = { kind: 'lines', study: { kind: 'map' } } as unknown as Extract<Errand, { kind: 'lines' }>;

const memory = (): Parcels & { readonly held: Map<string, unknown> } => {
  const held = new Map<string, unknown>();
  return {
    held,
    put: async (name, value) => void held.set(name, value),
    get: async (name) => held.get(name) ?? null,
    drop: async (name) => void held.delete(name),
  };
};

const own: Hands = { count: 1, run: async () => 'measured here' as never };

const meansOf = (about: Partial<QueueHands>): QueueHands => ({
  question: 'q',
  signal: new AbortController().signal,
  count: 2,
  errands: { run: async () => null },
  parcels: memory(),
  version: '1',
  mostMs: null,
  own,
  ...about,
});

test('what was measured already is not sent out again, for whatever question; another version measures anew', async () => {
  const parcels = memory();
  const sent: [string, ErrandJob][] = [];
  const run = async (id: string, data: ErrandJob): Promise<unknown> => {
    sent.push([id, data]);
    await parcels.put(data.parcel, 'measured there');
    return null;
  };
  for (const about of [{ question: 'q' }, { question: 'r' }, { question: 's', version: '2' }]) {
    expect(await openQueueHands(meansOf({ parcels, errands: { run }, ...about })).run<'lines'>(errand)).toBe('measured there');
  }
  expect(sent.map(([, { question }]) => question)).toEqual(['q', 's']);
  expect(sent.every(([id]) => /^[qs]-[\da-f]{40}$/u.test(id))).toBe(true);
});

test('an errand that another version of the laboratory was given is measured by the question’s own worker', async () => {
  const given = meansOf({ errands: { run: async () => otherVersion } });
  expect(await openQueueHands(given).run<'lines'>(errand)).toBe('measured here');
  const means = { redis: null as never, laboratory: { hands: async () => own }, parcels: memory(), version: '2' };
  const job = { data: { version: '1', question: 'q' } } as never;
  expect(await errandProcessor(means)(job, new AbortController().signal)).toBe(otherVersion);
});

test('a result that Redis has lost is told as such', async () => {
  await expect(openQueueHands(meansOf({})).run<'lines'>(errand)).rejects.toMatchObject({ name: 'QueueError' });
});
