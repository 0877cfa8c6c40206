import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordedReport } from '../fixtures/recorded-report.ts';
import { diskStore } from './disk-store.ts';
import { laboratoryVersion } from './laboratory-version.ts';
import { memoryStore } from './memory-store.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanish-answers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const version = (name: string) => async (): Promise<string> => name;
const kept = { answer: recordedReport(), since: new Date('2026-11-25T14:02:00Z') };
const query = 'depth=10 act=sigmoid';

test('what was put is got, by whoever comes later', async () => {
  await diskStore(folder, version('1')).put(query, kept);
  expect(await diskStore(folder, version('1')).get(query)).toEqual(kept);
  expect(await diskStore(folder, version('1')).get('depth=11 act=sigmoid')).toBeNull();
  expect(await diskStore(folder, version('1')).describe()).toBe(`1 kept, 0.0 MiB in ${folder}`);
});

test('another version of the laboratory never sees it', async () => {
  await diskStore(folder, version('1')).put(query, kept);
  expect(await diskStore(folder, version('2')).get(query)).toBeNull();
});

test('what is damaged counts as absent, and is replaced', async () => {
  const store = diskStore(folder, version('1'));
  await store.put(query, kept);
  const [name = ''] = await readdir(folder);
  for (const damage of ['', 'no gzip', Buffer.from([0x1f, 0x8b, 8, 0])]) {
    await writeFile(join(folder, name), damage);
    expect(await store.get(query)).toBeNull();
  }
  await store.put(query, kept);
  expect(await store.get(query)).toEqual(kept);
});

test('a folder that cannot be made or written costs nothing but the keeping', async () => {
  const file = join(folder, 'a file');
  await writeFile(file, '');
  const store = diskStore(join(file, 'answers'), version('1'));
  await store.put(query, kept);
  expect(await store.get(query)).toBeNull();
  expect(await store.describe()).toMatch(/^0 kept, 0\.0 MiB in /u);
});

test('an answer of a slower engine is kept only where that engine was asked for', async () => {
  const store = diskStore(folder, version('1'));
  const slower = { ...kept, answer: { ...kept.answer, engine: 'wasm' as const } };
  await store.put(query, slower);
  expect(await store.get(query)).toBeNull();
  await store.put(`${query} engine=wasm`, slower);
  expect(await store.get(`${query} engine=wasm`)).toEqual(slower);
});

test('memory asks what is behind it once', async () => {
  let count = 0;
  const store = memoryStore({
    get: async () => {
      count += 1;
      return kept;
    },
    put: async () => {},
    describe: async () => '',
  });
  expect(await store.get(query)).toEqual(kept);
  expect(await store.get(query)).toEqual(kept);
  expect(count).toBe(1);
});

test('the version of the laboratory is the same as long as its files are', async () => {
  expect(await laboratoryVersion()).toMatch(/^[0-9a-f]{64}$/u);
  expect(await laboratoryVersion()).toBe(await laboratoryVersion());
});
