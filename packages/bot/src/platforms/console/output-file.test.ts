import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../write-whole.ts';
import { fileProblem, pictureName, planFile } from './output-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanish-output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

test.each([
  ['a.png', 'png'],
  ['a.b.SVG', 'svg'],
  ['my report.json', 'json'],
  ['page.html', 'html'],
])('%s is planned as %s', async (name, format) => {
  expect(await planFile(name, folder)).toEqual({ kind: 'file', file: { path: join(folder, name), format } });
});

test('what cannot be written is told before anything is measured', async () => {
  await mkdir(join(folder, 'pictures'));
  await writeFile(join(folder, 'note'), '');
  const problem = async (name: string): Promise<string> => {
    const plan = await planFile(name, folder);
    return plan.kind === 'issue' ? plan.issue.message.replaceAll(folder, '.') : 'none';
  };
  expect(await problem('missing/a.png')).toBe(
    'cannot write "missing/a.png": the folder ./missing does not exist - did you mean "--out a.png"?',
  );
  expect(await problem('pictures')).toBe('"pictures" is a folder; name a file in it - did you mean "--out pictures/vanish.png"?');
  expect(await problem('note/a.png')).toBe('cannot write "note/a.png": ./note is not a folder - did you mean "--out a.png"?');
  expect(await problem('a.pgn')).toBe(
    'cannot write "a.pgn": .pgn is not one of .png, .svg, .json, .html - did you mean "--out a.png"?',
  );
  expect(await problem('a')).toBe(
    '"a" does not say what to write: end it with .png, .svg, .json or .html - did you mean "--out a.png"?',
  );
});

test('a file is written whole, over what was there, and leaves nothing beside it', async () => {
  const path = join(folder, 'a.json');
  await writeWhole(path, 'first');
  await writeWhole(path, 'second');
  expect(await readFile(path, 'utf8')).toBe('second');
  expect(await readdir(folder)).toEqual(['a.json']);
});

test('a write that fails leaves nothing half-written', async () => {
  // a folder cannot be replaced by a file, so the renaming fails after the writing
  await mkdir(join(folder, 'a.json', 'inside'), { recursive: true });
  await expect(writeWhole(join(folder, 'a.json'), 'text')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.json']);
});

test('a file system says what is wrong in words', () => {
  expect(fileProblem('/a.png', Object.assign(new Error('x'), { code: 'ENOSPC' })).message).toBe(
    'cannot write "/a.png": the disk is full',
  );
});

test('a picture is named after its question', () => {
  expect(pictureName('depth=10 act=sigmoid')).toBe('vanish-depth-10-act-sigmoid.png');
  expect(pictureName('depth=10 act=leaky-relu(0.2)')).toBe('vanish-depth-10-act-leaky-relu-0.2.png');
});

test('any question names a file that every file system takes, and long ones stay apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (query) => {
      expect(pictureName(query)).toMatch(/^vanish-[a-z0-9.-]{1,100}\.png$/u);
    }),
  );
  const long = 'x'.repeat(200);
  expect(pictureName(`${long}1`)).not.toBe(pictureName(`${long}2`));
});
