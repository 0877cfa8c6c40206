import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkBuild } from './link-build.ts';
import { addonFile } from './tfjs-node-package.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanish-link-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tree(name: string, content: string): string {
  const root = join(folder, name);
  for (const part of [join('lib', 'napi-v8'), join('deps', 'lib')]) mkdirSync(join(root, part), { recursive: true });
  writeFileSync(join(root, addonFile), content);
  return root;
}

test('a build is seen through tfjs-node without being copied', () => {
  const tfjsNode = join(folder, 'tfjs-node');
  mkdirSync(tfjsNode);
  linkBuild(tree('build', 'one'), tfjsNode);
  expect(readFileSync(join(tfjsNode, addonFile), 'utf8')).toBe('one');
  expect(lstatSync(join(tfjsNode, 'lib')).isSymbolicLink()).toBe(true);
});

test.each([['a link to an older build'], ['folders of its own']])('%s is replaced, and nothing else stays', (before) => {
  const tfjsNode = before.startsWith('a link') ? join(folder, 'tfjs-node') : tree('tfjs-node', 'old');
  mkdirSync(tfjsNode, { recursive: true });
  if (before.startsWith('a link')) linkBuild(tree('old build', 'old'), tfjsNode);
  linkBuild(tree('build', 'new'), tfjsNode);
  expect(readFileSync(join(tfjsNode, addonFile), 'utf8')).toBe('new');
  expect(readdirSync(tfjsNode).sort()).toEqual(['deps', 'lib']);
});

test('replacing a link leaves the older build alone', () => {
  const tfjsNode = join(folder, 'tfjs-node');
  mkdirSync(tfjsNode);
  const older = tree('older', 'old');
  linkBuild(older, tfjsNode);
  linkBuild(tree('newer', 'new'), tfjsNode);
  expect(readFileSync(join(older, addonFile), 'utf8')).toBe('old');
});
