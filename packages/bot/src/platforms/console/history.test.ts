import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadHistory, longestHistory, saveHistory } from './history.ts';

test('what was saved is loaded, the newest first, and no more than fits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vanish-history-'));
  const lines = Array.from({ length: longestHistory + 20 }, (_, index) => `depth=${index + 1}`);
  await saveHistory(join(folder, 'new', 'deep'), lines);
  expect(await loadHistory(join(folder, 'new', 'deep'))).toEqual(lines.slice(0, longestHistory));
  expect((await readFile(join(folder, 'new', 'deep', 'history'), 'utf8')).endsWith('depth=1\n')).toBe(true);
  await rm(folder, { recursive: true });
});

test('a folder that cannot be is no reason to fail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vanish-history-'));
  await writeFile(join(folder, 'file'), '');
  await saveHistory(join(folder, 'file'), ['depth=1']);
  expect(await loadHistory(join(folder, 'file'))).toEqual([]);
  await rm(folder, { recursive: true });
});
