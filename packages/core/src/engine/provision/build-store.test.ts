import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBuild, storeBuild } from './build-store.ts';
import { addonFile, librariesFolder } from './tfjs-node-package.ts';

let store: string;

beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'vanish-store-'));
});

afterEach(() => rmSync(store, { recursive: true, force: true }));

function fill(folder: string, content: string): void {
  mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true });
  mkdirSync(join(folder, librariesFolder), { recursive: true });
  writeFileSync(join(folder, addonFile), content);
  writeFileSync(join(folder, librariesFolder, 'libtensorflow_cc.so.2'), `${content} library`);
}

async function buildOf(folder: string, content: string): Promise<string> {
  fill(folder, content);
  return '2.21.0';
}

test('a stored build is found again, with the version and the size of every file', async () => {
  const record = await storeBuild(store, 'key', (folder) => buildOf(folder, 'one'));
  expect(record).toEqual({
    key: 'key',
    tensorflow: '2.21.0',
    files: { [addonFile]: 3, [join(librariesFolder, 'libtensorflow_cc.so.2')]: 11 },
  });
  expect(findBuild(store, 'key')).toEqual(record);
  expect(findBuild(store, 'another key')).toBeNull();
});

test('nothing is seen of a build before it is finished', async () => {
  await storeBuild(store, 'key', async (folder) => {
    fill(folder, 'half');
    expect(findBuild(store, 'key')).toBeNull();
    expect(existsSync(join(store, 'key'))).toBe(false);
    return '2.21.0';
  });
  expect(readdirSync(store)).toEqual(['key']);
});

test('a build that fails leaves nothing behind', async () => {
  const failing = storeBuild(store, 'key', async (folder) => {
    fill(folder, 'half');
    throw new Error('no space');
  });
  await expect(failing).rejects.toThrow('no space');
  expect(readdirSync(store)).toEqual([]);
});

test('of two builds at once the first finished wins and both report it', async () => {
  const late = await storeBuild(store, 'key', async (folder) => {
    // another process, building beside us, comes first
    fill(join(store, 'key'), 'other');
    writeFileSync(
      join(store, 'key', 'lib', 'napi-v8', 'provision.json'),
      JSON.stringify({ key: 'key', tensorflow: '2.21.0', files: { [addonFile]: 5 } }),
    );
    return buildOf(folder, 'ours');
  });
  expect(late.files).toEqual({ [addonFile]: 5 });
  expect(readFileSync(join(store, 'key', addonFile), 'utf8')).toBe('other');
  expect(readdirSync(store)).toEqual(['key']);
});

test('a damaged build is not found, and is replaced', async () => {
  await storeBuild(store, 'key', (folder) => buildOf(folder, 'one'));
  writeFileSync(join(store, 'key', addonFile), 'cut short');
  expect(findBuild(store, 'key')).toBeNull();
  await storeBuild(store, 'key', (folder) => buildOf(folder, 'two'));
  expect(readFileSync(join(store, 'key', addonFile), 'utf8')).toBe('two');
});

test('what a killed process left is cleared away, what a living one builds is not', async () => {
  // no process bears this number: Linux stops at 2²², and nobody has 2³¹ - 1
  mkdirSync(join(store, `unfinished-${2 ** 31 - 1}-key`));
  mkdirSync(join(store, `unfinished-${process.ppid}-other`));
  await storeBuild(store, 'key', (folder) => buildOf(folder, 'one'));
  expect(readdirSync(store).sort()).toEqual(['key', `unfinished-${process.ppid}-other`]);
});
