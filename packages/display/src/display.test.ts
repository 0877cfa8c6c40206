import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as shelf from './index.ts';
import { progress, show, table, vanish } from './index.ts';
import type { Bundle, Spot } from './screens/screen.ts';

/** What a notebook would have shown. */
let shown: { readonly bundle: Bundle; readonly spot: Spot | null }[] = [];

vi.mock('./screens/index.ts', () => ({
  recording: () => (bundle: Bundle, spot: Spot | null) => shown.push({ bundle, spot }),
}));

beforeEach(() => {
  shown = [];
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('the public shelf holds what it promises', () => {
  expect(Object.keys(shelf).sort()).toEqual(['claim', 'elsewhere', 'progress', 'sendBundle', 'show', 'table', 'vanish']);
});

test('an answer is one output: a live chart, a PNG of twice the pixels, and its words', async () => {
  const answer = await vanish`depth=3 act=relu seeds=2`;
  // a busy computer has shown progress by now
  shown = [];
  await show(answer);
  expect(shown).toHaveLength(1);
  const { data, metadata } = shown[0]?.bundle ?? { data: {}, metadata: {} };
  expect(Object.keys(data)).toEqual(['application/vnd.vegalite.v5+json', 'image/png', 'text/plain']);
  expect(data['application/vnd.vegalite.v5+json']).toMatchObject({
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: data['text/plain'],
  });
  const png = Buffer.from(String(data['image/png']), 'base64');
  expect(png.readUInt32BE(16)).toBe(2 * (metadata['image/png'] as { width: number }).width);
});

test.each([
  ['comparison', () => vanish.comparison`depth=3 act=relu,tanh seeds=2`],
  ['sweep', () => vanish.sweep`depth=2..4 act=relu seeds=2`],
  ['map', () => vanish.map`gain=1..2:2 bias=0..1:2 act=tanh depth=3 seeds=2`],
  ['training', () => vanish.training`depth=2 act=relu seeds=2 train=3`],
  ['cure', () => vanish.cure`fix depth=3 act=sigmoid seeds=2 width=16`],
] as const)('a %s is shown, too', async (kind, ask) => {
  const answer = await ask();
  expect(answer.kind).toBe(kind);
  shown = [];
  await show(answer, { theme: 'dark' });
  expect(shown).toHaveLength(1);
});

test('a plot that an answer does not have is refused with those it has', async () => {
  const answer = await vanish`depth=3 act=relu seeds=2`;
  await expect(show(answer, { plot: 'sweep' })).rejects.toThrow(/a network has no plot "sweep" - it has: profile, /u);
});

test('a mistake in a question, and a question of another kind, are told in one line', async () => {
  await expect(vanish`act=sigmod`).rejects.toThrow('did you mean "sigmoid"?');
  await expect(vanish.network`depth=2..64`).rejects.toThrow('asks for a sweep, not a network');
  await expect(vanish`help init`).rejects.toThrow();
});

test('an answer at the end of a cell prints as its headline and its question', async () => {
  const { inspect } = await import('node:util');
  const answer = await vanish.network`depth=${3} act=relu seeds=2`;
  expect(inspect(answer)).toBe(`${answer.verdict.headline}\n${answer.query}`);
  expect(JSON.parse(JSON.stringify(answer)).query).toBe('depth=3 act=relu seeds=2');
});

test('progress sends few of many tellings, in one spot, and leaves it empty', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const result = await progress('counting', async (tell) => {
    for (let step = 0; step < 10_000; step += 1) {
      now += 0.2;
      tell(step / 10_000, `step ${step}`);
    }
    return 'counted';
  });
  expect(result).toBe('counted');
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(12);
  expect(new Set(shown.map(({ spot }) => spot?.id)).size).toBe(1);
  expect(shown.map(({ spot }) => spot?.isTaken)).toEqual(shown.map((_, index) => index > 0));
  expect(shown[1]?.bundle.data['text/plain']).toMatch(/^counting {2}█+░+ \d+ % {2}step \d+$/u);
  expect(shown.at(-1)?.bundle.data).toEqual({ 'text/plain': '' });
});

test('progress that was never shown leaves nothing to clear', async () => {
  await progress('quick', async (tell) => tell(1));
  expect(shown).toEqual([]);
});

test('what is told when the work is done shows nothing any more', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const late = await progress('done', async (tell) => tell);
  now += 1000;
  late(1);
  expect(shown).toEqual([]);
});

test('work that fails leaves an empty spot, too', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const work = progress('failing', async (tell) => {
    now += 1000;
    tell(0.5);
    throw new Error('no luck');
  });
  await expect(work).rejects.toThrow('no luck');
  expect(shown.map(({ bundle }) => bundle.data['text/plain'])).toEqual([expect.stringContaining('50 %'), '']);
});

test('a table is HTML and aligned text; numbers are short, with a true minus', () => {
  table([
    { layer: 'a < b', size: -0.000_012_34 },
    { layer: 'c', size: 1234.5 },
    { layer: 'd', size: null },
  ]);
  const data = shown[0]?.bundle.data ?? {};
  expect(data['text/html']).toContain('a &lt; b');
  expect(String(data['text/plain']).split('\n').slice(2)).toEqual([
    'a < b  −1.23·10⁻⁵',
    'c            1235',
    'd               –',
  ]);
});

test('what does not hold is an error that prints as one line', () => {
  const { claim } = shelf;
  claim('one is one', true);
  expect(shown[0]?.bundle.data['text/plain']).toBe('✓ one is one');
  expect(() => claim('one is two', false)).toThrow('this does not hold: one is two');
});

test('outside a notebook words go to standard output', () => {
  const program = `import { sendBundle, claim, elsewhere } from '@vanish/display';
    claim('one is one', true); elsewhere({ query: 'depth=3' }); console.log(sendBundle({ data: {}, metadata: {} }));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', program.replace('@vanish/display', new URL('../dist/index.js', import.meta.url).href)],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^✓ one is one\nin a terminal +vanish depth=3\n[\s\S]*false\n$/u);
});
