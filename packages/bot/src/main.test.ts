import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeSavedModel } from './fixtures/saved-model.ts';

const bin = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** Small, and on an engine that is there everywhere. */
const small = ['depth=3', 'width=8', 'batch=8', 'seeds=2', 'engine=wasm'];

beforeAll(() => {
  if (!existsSync(bin)) throw new Error('the bin is not built: run pnpm build');
});

let folder = '';
let cache = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanish-console-'));
  cache = await mkdtemp(join(tmpdir(), 'vanish-cache-'));
});
afterEach(() => Promise.all([folder, cache].map((each) => rm(each, { recursive: true, force: true }))));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const start = (argv: readonly string[], variables: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [bin, ...argv], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_CACHE_HOME: cache,
      LANG: 'C.UTF-8',
      TF_CPP_MIN_LOG_LEVEL: '2',
      ...variables,
    },
  });

const endOf = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let out = '';
    let error = '';
    child.stdout?.on('data', (text) => {
      out += text;
    });
    child.stderr?.on('data', (text) => {
      error += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });

const run = (argv: readonly string[], { input = '', ...variables }: Readonly<Record<string, string>> = {}): Promise<Ended> => {
  const child = start(argv, variables);
  child.stdin?.end(input);
  return endOf(child);
};

test('help is words on standard output', async () => {
  const { code, out, error } = await run(['help']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('depth=10 act=sigmoid');
  expect(out).toContain('--out <file>');
});

test('a mistake is one sentence on standard error, and exit code 2', async () => {
  const { code, out, error } = await run(['act=sigmod']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.replace(/\s+/gu, ' ')).toContain('unknown activation "sigmod" - did you mean "sigmoid"?');
});

test('with --json a mistake is one object on standard output, and nothing beside it', async () => {
  const { code, out, error } = await run(['act=sigmod', 'dept=3', '--json']);
  expect({ code, error }).toEqual({ code: 2, error: '' });
  const { version, issues } = JSON.parse(out);
  expect(version).toBe(1);
  expect(issues).toMatchObject([{ nearest: 'act=sigmoid' }, { given: 'dept' }]);
});

test('wrong options and variables are told in the same two forms', async () => {
  expect((await run(['depth=3', '--theme', 'drak'])).error).toContain('did you mean "dark"?');
  const { code, out } = await run(['depth=3', '--json'], { VANISH_DEBUG: 'maybe' });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ version: 1, issues: [{ field: 'VANISH_DEBUG' }] });
});

test('with --json an answer is one object of the promised shape', async () => {
  const { code, out, error } = await run([...small, '--json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out.trimEnd()).not.toContain('\n');
  const report = JSON.parse(out);
  expect(report).toMatchObject({ version: 1, kind: 'network', engine: 'wasm', experiment: { depth: 3, width: 8 } });
  expect(report.measured.layers).toHaveLength(3);
  expect(report.measured.layers[0]).toMatchObject({
    signal: { log10Rms: expect.any(Number), sd: expect.any(Number) },
    gradient: { log10Norm: expect.any(Number) },
    activation: { mean: expect.any(Number), saturated: expect.any(Number), dead: expect.any(Number) },
    update: { log10Ratio: expect.any(Number) },
    counts: { nan: 0, inf: 0, zero: 0 },
  });
  expect(report.verdict).toMatchObject({ kind: expect.any(String), headline: expect.any(String), advice: expect.any(Array) });
  expect(await readdir(folder)).toEqual([]);
});

test('an answer brings a picture, named after its question', async () => {
  const { code, out, error } = await run(small);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const [name = ''] = await readdir(folder);
  expect(out).toContain(join(folder, name));
  expect(name).toMatch(/^vanish-depth-3-.*\.png$/u);
  expect((await readFile(join(folder, name))).subarray(1, 4).toString()).toBe('PNG');
});

test('files are written where they were asked for, each in its own form', async () => {
  const { code } = await run([...small, '--out', 'my report.json', '--out=a.svg', '--quiet', '--theme', 'dark']);
  expect(code).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(['a.svg', 'my report.json']);
  expect(JSON.parse(await readFile(join(folder, 'my report.json'), 'utf8'))).toMatchObject({ version: 1, kind: 'network' });
  expect(await readFile(join(folder, 'a.svg'), 'utf8')).toMatch(/^<svg /u);
});

test('a file that cannot be written is told before anything is measured', async () => {
  const { code, out, error } = await run([...small, '--out', 'nowhere/a.png']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.replace(/\s+/gu, ' ')).toContain('cannot write "nowhere/a.png": the folder');
  expect(error).not.toContain('at ');
});

test('a reader that goes away costs nobody a file or a stack trace', async () => {
  const child = start([...small, '--out', 'a.png']);
  child.stdin?.end();
  child.stdout?.destroy();
  const { code, error } = await endOf(child);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(await readdir(folder)).toEqual(['a.png']);
});

test('a reader that takes its time gets all of a long answer', async () => {
  const child = start(['depth=60', 'width=8', 'batch=4', 'seeds=1', 'act=tanh,relu,gelu', 'engine=wasm', '--json']);
  child.stdout?.pause();
  const ended = endOf(child);
  // long enough to measure, and to leave without having been read
  await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 4000))]);
  child.stdout?.resume();
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThan(2 * 65_536);
  expect(() => JSON.parse(out)).not.toThrow();
});

test('Ctrl-C in the middle of a measurement ends it at once and leaves nothing behind', async () => {
  // plain JavaScript takes minutes for this; the first note comes after two seconds
  const child = start(['depth=100', 'width=256', 'seeds=16', 'engine=cpu', '--out', 'a.png']);
  child.stdin?.end();
  child.stderr?.once('data', () => child.kill('SIGINT'));
  const { code, out, error } = await endOf(child);
  expect({ code, out }).toEqual({ code: 130, out: '' });
  expect(error).toMatch(/^(?:loading|measuring)[^\n]*\.\.\.\n$/u);
  expect(await readdir(folder)).toEqual([]);
});

test('a pipe asks one question per line, and the worst exit code counts', async () => {
  const { code, out } = await run(['--json'], { input: `${small.join(' ')}\n\n# a comment\nact=sigmod\n` });
  const [report, mistake, ...more] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(2);
  expect(report).toMatchObject({ kind: 'network' });
  expect(mistake).toMatchObject({ issues: [{ field: 'activation' }] });
  expect(more).toEqual([]);
});

test('an empty pipe is told what to ask', async () => {
  const { code, error } = await run([]);
  expect(code).toBe(2);
  expect(error).toContain('no question was given - did you mean "vanish depth=10 act=sigmoid"?');
});

test('a terminal of plain ASCII gets plain ASCII, and colours only where they are forced', async () => {
  const { out } = await run([...small, '--no-picture'], { LANG: 'C' });
  expect(/^\p{ASCII}*$/u.test(out)).toBe(true);
  expect(out).not.toContain('\x1b[');
  expect((await run([...small, '--no-picture'], { FORCE_COLOR: '1' })).out).toContain('\x1b[');
});

test('an answer is kept for the next time, and measured again where that is wanted', async () => {
  const ask = async (...more: readonly string[]): Promise<{ readonly kept?: string; readonly timings: object }> =>
    JSON.parse((await run([...small, '--json', ...more])).out);
  const first = await ask();
  expect(first.kept).toBeUndefined();
  const { kept, ...second } = await ask();
  expect(Date.now() - Date.parse(kept ?? '')).toBeLessThan(120_000);
  expect(second).toEqual(first);
  expect((await run([...small, '--no-picture'])).out).toMatch(/kept {6}since .*; --fresh measures again/u);
  const fresh = await ask('--fresh');
  expect(fresh.kept).toBeUndefined();
  expect({ ...fresh, timings: null }).toEqual({ ...first, timings: null });
});

test('a cache that cannot be written or read costs no answer', async () => {
  await rm(cache, { recursive: true });
  await writeFile(cache, 'a file where a folder should be');
  const { code, error } = await run([...small, '--quiet', '--no-picture']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
});

const tiny = ['width=6', 'batch=8', 'seeds=2', 'engine=wasm'];

test.each([
  [['act=relu,tanh', 'depth=2', ...tiny], 'comparison'],
  [['depth=2', 'act=relu', ...tiny, 'vs', 'act=tanh'], 'comparison'],
  [['depth=1..3', ...tiny], 'sweep'],
  [['gain=1..2:3', 'bias=0..1:2', 'depth=2', ...tiny], 'map'],
  [['fix', 'depth=3', ...tiny, 'train=2', 'batch=10'].filter((word) => word !== 'batch=8'), 'cure'],
])('%j is answered with JSON and with a picture', async (argv, kind) => {
  const { code, out, error } = await run([...argv, '--json', '--out', 'a.png']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    kind,
    engine: 'wasm',
    unanswered: [],
    verdict: { headline: expect.any(String) },
  });
  expect((await readFile(join(folder, 'a.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('a report is a page beside the terminal, named after its question', async () => {
  const { code, out } = await run(['report', ...small]);
  expect([code, out.split('\n').length]).toEqual([0, 3]);
  const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.html'));
  expect(name).toMatch(/^vanish-depth-3-/u);
  expect(await readFile(join(folder, name), 'utf8')).toContain('<img src="data:image/svg+xml;base64,');
});

test('a saved model is probed on an engine that is there everywhere, and what is no model is refused', async () => {
  const model = await writeSavedModel(join(folder, 'my models'));
  const { code, out, error } = await run(['probe', 'my models/model.json', 'engine=wasm']);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/ first .* second .* assumed .*"second" is judged by binaryCrossentropy.*probe my models\/model\.json/su);
  const { out: json } = await run(['probe', model, '--engine', 'wasm', '--json']);
  expect(JSON.parse(json)).toMatchObject({ version: 1, kind: 'probe', model: 'two' });
  const { out: page } = await run(['report', model, '-o', 'model.html', 'engine=wasm']);
  expect(page).toMatch(/page +\S*model\.html\n$/u);
  expect(await readFile(join(folder, 'model.html'), 'utf8')).toMatch(/^<!doctype html>.*<th scope="row">first<.*<\/html>\n$/su);
  await writeFile(join(folder, 'batch.json'), '{ "inputs": [[1, 2, 3]] }');
  const wrong = await run(['probe', model, '--data', 'batch.json', 'engine=wasm']);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  expect(wrong.error.replace(/\s+/gu, ' ')).toContain('the data hold no "targets"');
});
