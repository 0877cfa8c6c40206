import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import type { Report } from '@vanish/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeReport, type Law } from '../scripts/compose-report.ts';
import { expectLegible, expectOrdinaryNumbers, expectTold } from '../scripts/expectations.ts';
import { normalise } from '../scripts/inspect-picture.ts';
import { laws } from '../scripts/laws.ts';
import { listPlots } from './compose-picture.ts';
import { drawablePlots, drawReport, type PlotName, type ThemeName } from './draw-report.ts';
import { fixtures } from './fixtures/fixtures.ts';
import { canvas } from './frame/frame.ts';
import type { Specification } from './picture.ts';
import * as plots from './plots/index.ts';

const recorded = fixtures();
const deepest = composeReport(lawOf('two-thousand-layers'));
const everything: readonly (readonly [string, Report])[] = [...Object.entries(recorded), ['two-thousand-layers', deepest]];

const vega5: typeof import('vega') = createRequire(import.meta.url)('vega-5');

/** Vega-Lite as JupyterLab 4 has it, on a Vega of its own. */
const jupyterLab = ((): { compile: (spec: Specification, options: object) => { spec: never } } => {
  const require = createRequire(import.meta.url);
  const context = createContext({ vega: vega5, structuredClone, console });
  const source = require.resolve('vega-lite-5').replace(/vega-lite\.js$/u, 'vega-lite.min.js');
  runInContext(readFileSync(source, 'utf8'), context);
  return context['vegaLite'];
})();

/** Every report in every way: name, plot, report. */
const drawings = everything.flatMap(([name, report]) => listPlots(report).map((plot) => [name, plot, report] as const));

test.each(drawings)('%s, %s: the SVG is 1200 × 800 and holds ordinary numbers only', async (_name, plot, report) => {
  await expectOrdinaryNumbers(await drawReport(report, { plot }));
});

test.each(drawings)('%s, %s: the text alternative says enough and fits Discord', async (_name, plot, report) => {
  expectTold(await drawReport(report, { plot }));
});

test.each(drawings)('%s, %s: no text leaves the canvas or lies on another', async (_name, plot, report) => {
  expectLegible(await drawReport(report, { plot }));
});

test.each(drawings)(
  '%s, %s: Vega-Lite 6 and the 5.6.1 of JupyterLab compile it without a warning',
  async (_name, plot, report) => {
    const { spec } = await drawReport(report, { plot, theme: 'dark' });
    const current = await import('vega-lite');
    expect(warningsOf((logger) => current.compile(spec as never, { logger }))).toEqual([]);
    expect(warningsOf((logger) => jupyterLab.compile(spec, { logger }))).toEqual([]);
  },
);

test('JupyterLab draws the same texts as we do', async () => {
  const picture = await drawReport(recorded['vanishing-sigmoid'] ?? missing('vanishing-sigmoid'));
  const { spec } = jupyterLab.compile(picture.spec, {});
  const svg = await new vega5.View(vega5.parse(spec), { renderer: 'none' }).toSVG();
  const texts = (drawn: string): readonly string[] =>
    [...drawn.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text = '']) => text).sort();
  expect(texts(svg)).toEqual(texts(await picture.svg()));
});

test.each(Object.entries(recorded))('%s: the PNG is 1200 × 800 and less than 300 kB', async (_name, report) => {
  const png = Buffer.from(await (await drawReport(report, { theme: 'dark' })).png());
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([canvas.width, canvas.height]);
  expect(png.length).toBeLessThan(300_000);
  expect(png.includes(`Query\0\0\0\0\0${report.query}`)).toBe(true);
});

const snapshots: readonly (readonly [string, PlotName, ThemeName])[] = [
  ['vanishing-sigmoid', 'profile', 'light'],
  ['vanishing-sigmoid', 'profile', 'dark'],
  ['vanishing-sigmoid', 'forward', 'light'],
  ['vanishing-sigmoid', 'weights', 'light'],
  ['vanishing-sigmoid', 'spectrum', 'light'],
  ['healthy-relu', 'profile', 'light'],
  ['exploding', 'profile', 'light'],
  ['dead', 'profile', 'light'],
  ['all-zero', 'profile', 'light'],
  ['not-finite', 'profile', 'light'],
  ['single-layer', 'profile', 'light'],
  ['time-steps', 'profile', 'light'],
  ['vanishing-sigmoid', 'overview', 'light'],
  ['vanishing-sigmoid', 'overview', 'dark'],
  ['not-finite', 'overview', 'light'],
  ['single-layer', 'overview', 'light'],
  ['residual', 'overview', 'light'],
  ['residual', 'branches', 'light'],
  ['residual', 'branches', 'dark'],
  ['skipinit', 'branches', 'light'],
  ['transformer', 'branches', 'light'],
];

test.each(snapshots)('%s, %s, %s looks as it did', async (name, plot, theme) => {
  const svg = await (await drawReport(recorded[name] ?? missing(name), { plot, theme })).svg();
  await expect(normalise(svg)).toMatchFileSnapshot(`__snapshots__/${name}-${plot}-${theme}.svg`);
});

test('the profile of a vanishing network is told in words', async () => {
  const { alt } = await drawReport(recorded['vanishing-sigmoid'] ?? missing('vanishing-sigmoid'));
  expect(alt).toContain('at dense 10, nearest the loss, it falls to');
  expect(alt).toContain('−0.63 decades per layer');
  expect(alt).toContain('Theory, dashed, predicts −0.63 decades per layer');
  expect(alt).toContain('depth=10 act=sigmoid seed=1');
});

test('zero, NaN and float32 are three findings in words', async () => {
  const words = async (name: string): Promise<string> => (await drawReport(recorded[name] ?? missing(name))).alt;
  expect(await words('all-zero')).toContain('exactly zero at layers 1–12');
  expect(await words('not-finite')).toContain('NaN or infinite at layers 1–21 in some of the networks');
  expect(await words('underflow')).toMatch(/Float32 training would see zero from dense \d+ down/u);
});

test('a plot the report has no numbers for is refused with the way to get them', async () => {
  const report = recorded['healthy-relu'] ?? missing('healthy-relu');
  expect(await drawablePlots(report)).not.toContain('spectrum');
  await expect(drawReport(report, { plot: 'spectrum' })).rejects.toThrow('ask again with spectrum=true');
});

test('branches are drawn of networks that have skip connections, and of no others', async () => {
  expect(await drawablePlots(recorded['residual'] ?? missing('residual'))).toContain('branches');
  const report = recorded['time-steps'] ?? missing('time-steps');
  expect(await drawablePlots(report)).not.toContain('branches');
  await expect(drawReport(report, { plot: 'branches' })).rejects.toThrow('the network has no skip connections; net=resnet');
});

test('branches are told in words, each by its name', async () => {
  const words = async (name: string): Promise<string> =>
    (await drawReport(recorded[name] ?? missing(name), { plot: 'branches' })).alt;
  expect(await words('residual')).toContain(
    'The branch adds 1 at block 1 and 1 at block 30; 50 % at block 1 and 3 % at block 30',
  );
  expect(await words('residual')).toContain('Theory, dashed, expects shares of 50 % and 3 %');
  expect(await words('transformer')).toContain('Attention adds 0.38 at block 1');
  expect(await words('transformer')).toContain('The feed-forward net adds 0.48 at block 1');
  expect(await words('skipinit')).toContain('The branch adds nothing at block 1');
});

test('the overview is told in the order of its panels', async () => {
  const { alt } = await drawReport(recorded['vanishing-sigmoid'] ?? missing('vanishing-sigmoid'), { plot: 'overview' });
  expect(alt).toMatch(
    /Forward, the RMS of z is .* Backward, the RMS of the gradient is .* The first step of sgd .* Theory, dashed/u,
  );
  expect(alt).toContain('at 1 of 10 layers');
});

test.each(Object.entries(plots))('%s is shelved under its name and has a summary', (key, plot) => {
  expect(plot.name).toBe(key);
  expect(plot.summary).not.toBe('');
});

test('the default is the profile on light ground, and it leads the list', async () => {
  const report = recorded['healthy-relu'] ?? missing('healthy-relu');
  expect((await drawReport(report)).spec).toEqual((await drawReport(report, { plot: 'profile', theme: 'light' })).spec);
  expect((await drawablePlots(report))[0]).toBe('profile');
});

test('a question that is the name of a property of every object is drawn like any other', async () => {
  const report = composeReport({ ...lawOf('single-layer'), query: 'toString' });
  expect(await (await drawReport(report)).svg()).toContain('>toString</text>');
});

test('any words in the report make a picture that fits', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 900 });
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (headline, query, why) => {
      const report = composeReport({
        ...lawOf('residual'),
        query,
        verdict: { kind: 'tiny', headline, cause: '' },
        advice: [{ query, why, expected: '' }],
      });
      for (const plot of listPlots(report)) {
        const picture = await drawReport(report, { plot });
        expectLegible(picture);
        expect(picture.alt.length).toBeLessThanOrEqual(1024);
        expect((await picture.png()).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 8 },
  );
});

test('any numbers in the report make a picture that fits', async () => {
  const fate = fc.constantFrom('fine', 'fine', 'fine', 'zero', 'nan', 'inf');
  const drawn = fc.record({
    depth: fc.integer({ min: 1, max: 60 }),
    seeds: fc.integer({ min: 1, max: 4 }),
    first: fc.double({ min: -400, max: 400, noNaN: true }),
    slope: fc.double({ min: -10, max: 10, noNaN: true }),
    hasTheory: fc.boolean(),
    fates: fc.array(fate, { minLength: 7, maxLength: 7 }),
    branches: fc.constantFrom([], ['branch'], ['attention', 'feed-forward']),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ depth, seeds, first, slope, hasTheory, fates, branches }) => {
      const paths = (layer: number) =>
        branches.map((name) => ({ name, added: first + slope * layer, carried: first - slope * layer, share: 1 / (1 + layer) }));
      const report = composeReport({
        ...lawOf('vanishing-sigmoid'),
        depth,
        seeds,
        signal: (layer) => first + slope * layer,
        theory: hasTheory ? (layer) => first - slope * layer : null,
        fate: (layer, network) => fates[(layer * 3 + network) % 7] ?? 'fine',
        ...(branches.length === 0 ? {} : { paths }),
      });
      for (const plot of listPlots(report)) {
        const picture = await drawReport(report, { plot });
        expectLegible(picture);
        expect(await picture.svg()).not.toMatch(/d="[^"]*(NaN|Infinity)/u);
      }
    }),
    { numRuns: 10 },
  );
});

function lawOf(name: string): Law {
  return laws[name] ?? missing(name);
}

function missing(name: string): never {
  throw new Error(`no fixture ${name}`);
}

interface Logger {
  readonly warn: (...words: unknown[]) => Logger;
  readonly info: () => Logger;
  readonly debug: () => Logger;
  readonly error: (...words: unknown[]) => Logger;
  readonly level: () => Logger;
}

const warningsOf = (compile: (logger: never) => unknown): readonly unknown[] => {
  const warnings: unknown[] = [];
  const note = (...words: unknown[]): Logger => {
    warnings.push(words.join(' '));
    return logger;
  };
  const logger: Logger = { warn: note, error: note, info: () => logger, debug: () => logger, level: () => logger };
  compile(logger as never);
  return warnings;
};
