import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptableKeys } from '../build-keys.ts';
import { storeBuild } from '../build-store.ts';
import type { Workplace } from '../step.ts';
import { addonFile, librariesFolder } from '../tfjs-node-package.ts';
import { alreadyThere, officialDownload, tensorflowWheel, userCache } from './index.ts';

let root: string;
let workplace: Workplace;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vanish-steps-'));
  const tfjsNode = join(root, 'node_modules', '@tensorflow', 'tfjs-node');
  mkdirSync(tfjsNode, { recursive: true });
  writeFileSync(join(tfjsNode, 'package.json'), '{}');
  workplace = { store: join(root, 'store'), tfjsNode, platform: 'linux-x64', nodeMajor: 20, say: () => {} };
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function store(key: string): Promise<unknown> {
  return storeBuild(workplace.store, key, async (folder) => {
    for (const part of [join('lib', 'napi-v8'), librariesFolder]) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, addonFile), 'addon');
    return '2.21.0';
  });
}

function currentKey(): string {
  return acceptableKeys(workplace.platform, workplace.nodeMajor)[0] ?? '';
}

function installScript(script: string): void {
  const builder = join(root, 'node_modules', '@mapbox', 'node-pre-gyp');
  for (const folder of [builder, join(workplace.tfjsNode, 'scripts')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(builder, 'package.json'), '{}');
  writeFileSync(join(workplace.tfjsNode, 'scripts', 'install.js'), script);
}

test('with nothing anywhere, looking finds nothing', async () => {
  expect(await alreadyThere.attempt(workplace)).toEqual({ kind: 'absent' });
  expect(await userCache.attempt(workplace)).toEqual({ kind: 'absent' });
});

test('a cached build is linked, and then is already there', async () => {
  await store(currentKey());
  expect(await userCache.attempt(workplace)).toEqual({ kind: 'provided', version: '2.21.0' });
  expect(await alreadyThere.attempt(workplace)).toEqual({ kind: 'provided', version: '2.21.0' });
});

test('a build of another version is neither taken from the cache nor for what is already there', async () => {
  await store('tensorflow-cpu-2.20.0-linux-x64-tfjs-node-4.22.0-recipe-1');
  expect(await userCache.attempt(workplace)).toEqual({ kind: 'absent' });
  await store(currentKey());
  await userCache.attempt(workplace);
  expect(await alreadyThere.attempt({ ...workplace, platform: 'linux-arm64' })).toEqual({ kind: 'absent' });
});

test('an addon that somebody else put there counts only if it loads', async () => {
  mkdirSync(join(workplace.tfjsNode, 'lib', 'napi-v8'), { recursive: true });
  writeFileSync(join(workplace.tfjsNode, addonFile), 'not an addon');
  expect(await alreadyThere.attempt(workplace)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('does not load'),
  });
});

test("tfjs-node's own download is not asked from Node 23 on", async () => {
  installScript('require("fs").writeFileSync(process.env.NODE_PATH + "/was-asked", "")');
  expect(await officialDownload.attempt({ ...workplace, nodeMajor: 23 })).toEqual({ kind: 'failed', reason: 'not for Node 23' });
  expect(existsSync(join(root, 'node_modules', 'was-asked'))).toBe(false);
});

test('a download that fails names its error, leaves no build, and has touched only a copy of the package', async () => {
  installScript('require("fs").writeFileSync("package.json", "spoilt"); throw new Error("getaddrinfo ENOTFOUND")');
  const attempt = await officialDownload.attempt(workplace);
  expect(attempt).toEqual({ kind: 'failed', reason: 'Error: getaddrinfo ENOTFOUND' });
  expect(readdirSync(workplace.store)).toEqual([]);
  expect(readFileSync(join(workplace.tfjsNode, 'package.json'), 'utf8')).toBe('{}');
});

test('a download that claims success but brings a broken addon has failed', async () => {
  installScript(
    'const fs = require("fs"); for (const f of ["lib/napi-v8", "deps/lib"]) fs.mkdirSync(f, { recursive: true }); fs.writeFileSync("lib/napi-v8/tfjs_binding.node", "")',
  );
  expect(await officialDownload.attempt(workplace)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('does not load'),
  });
  expect(existsSync(join(workplace.tfjsNode, 'lib'))).toBe(false);
});

test('a platform without a pinned wheel is told so', async () => {
  expect(await tensorflowWheel.attempt({ ...workplace, platform: 'darwin-arm64' })).toEqual({
    kind: 'failed',
    reason: 'none is pinned for darwin-arm64',
  });
});
