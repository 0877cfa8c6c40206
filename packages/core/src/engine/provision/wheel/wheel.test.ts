import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptableKeys } from '../build-keys.ts';
import { verifyHash } from './verify-hash.ts';
import { wheels } from './wheels.ts';

test('the SHA-256 of "abc" is accepted, any other is refused with both (FIPS 180-4, example of one block)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vanish-hash-'));
  const file = join(folder, 'abc');
  writeFileSync(file, 'abc');
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  await verifyHash(file, known);
  await expect(verifyHash(file, '0'.repeat(64))).rejects.toThrow(new RegExp(`${known}.*0{64}`));
  rmSync(folder, { recursive: true });
});

test('every wheel is pinned by a whole hash', () => {
  for (const wheel of Object.values(wheels)) expect(wheel?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a build is named for TensorFlow, its wheel, platform and tfjs-node, so that a new version of any is built anew', () => {
  expect(acceptableKeys('linux-x64', 24)).toEqual([
    expect.stringMatching(/^tensorflow-cpu-2\.21\.0-2b847d21-linux-x64-tfjs-node-4\.22\.0-/),
  ]);
});

test("tfjs-node's own download serves below Node 23 only", () => {
  expect(acceptableKeys('darwin-arm64', 22)).toEqual([expect.stringMatching(/^official-darwin-arm64-/)]);
  expect(acceptableKeys('darwin-arm64', 23)).toEqual([]);
});
