import { readFileSync } from 'node:fs';
import type { ComparisonReport, CureReport, MapReport, Point, Report, StudyReport, SweepReport } from '@vanish/core';
import { expect, test } from 'vitest';
import { expectLegible, expectOrdinaryNumbers, expectSmall, expectTold } from '../../scripts/expectations.ts';
import { normalise } from '../../scripts/inspect-picture.ts';
import { drawStudy, studyPlotNames } from '../draw-report.ts';
import * as themes from '../theme/index.ts';
import { seriesColours } from './many-lines.ts';
import * as plots from './plots/index.ts';
import { bordersOf, ticksOf } from './swept-axis.ts';

/** Studies as `scripts/record-studies.ts` recorded them on 25 November 2026. */
const recorded = <Told extends StudyReport>(name: string): Told =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Told;

const names = ['comparison', 'depths', 'trainings', 'sweep', 'rates', 'map', 'reach', 'cure'] as const;

const comparison = recorded<ComparisonReport>('comparison');
const [first] = comparison.reports as readonly Report[];

/** The same answer eight times over, each a little weaker, under names that nobody would choose. */
const crowd: ComparisonReport = {
  ...comparison,
  names: Array.from({ length: 8 }, (_, index) => `net=transformer depth=10 act=gelu norm=layer order=post heads=${index + 1}`),
  reports: Array.from({ length: 8 }, (_, index) => weakened(first as Report, index)),
};

function weakened(report: Report, decades: number): Report {
  const layers = report.measured.layers.map((layer) => ({
    ...layer,
    signal: { ...layer.signal, log10Rms: (layer.signal.log10Rms ?? 0) - decades / 5 },
  }));
  return { ...report, measured: { ...report.measured, layers } };
}

const silent: ComparisonReport = {
  ...comparison,
  reports: (comparison.reports as readonly Report[]).map((report) => ({
    ...report,
    theory: null,
    measured: {
      ...report.measured,
      decadesPerLayer: { value: null, low: null, high: null },
      layers: report.measured.layers.map((layer) => ({ ...layer, signal: { log10Rms: null, sd: null } })),
    },
  })),
};

const sweep = recorded<SweepReport>('sweep');
const half: SweepReport = {
  ...sweep,
  unanswered: ['depth=40 act=relu'],
  curves: sweep.curves.map((curve) => ({
    ...curve,
    points: curve.points.map((point, index) => (index % 3 === 1 ? null : point)),
  })),
};

/** Eight curves that lie on each other, all of which theory stops training somewhere. */
const bundle: SweepReport = {
  ...sweep,
  curves: Array.from({ length: 8 }, (_, index) => ({
    ...(sweep.curves[index % 2] as SweepReport['curves'][number]),
    name: `gelu + he ${index}`,
    trainableDepth: 3 + index,
  })),
};
const sunk: SweepReport = {
  ...sweep,
  curves: sweep.curves.map((curve) => ({
    ...curve,
    points: curve.points.map((point, index) =>
      point === null || index < 3
        ? point
        : {
            ...point,
            decadesPerLayer: { value: null, low: null, high: null },
            firstSignal: { log10Rms: null, sd: null },
          },
    ),
  })),
};

const cure = recorded<CureReport>('cure');
const longNamed: CureReport = {
  ...cure,
  treatments: cure.treatments.map((one, index) => ({ ...one, name: `${one.name} + ${'layer-norm'.repeat(index)}` })),
};

const map = recorded<MapReport>('map');
const growing: MapReport = {
  ...map,
  rows: map.rows.map((row, vertical) => row.map((point, horizontal) => ((vertical + horizontal) % 2 === 0 ? point : null))),
};
const broken: MapReport = {
  ...map,
  edge: [],
  rows: map.rows.map((row) =>
    row.map((point) => (point === null ? null : { ...point, decadesPerLayer: { value: null, low: null, high: null } })),
  ),
};

const shifted = (slope: number | null, by: number): number | null => (slope === null ? null : slope + by);

/** As large as a map may be, and no two cells alike. */
const large: MapReport = {
  ...map,
  x: { ...map.x, values: Array.from({ length: 64 }, (_, index) => 0.5 + index / 25) },
  y: { ...map.y, values: Array.from({ length: 64 }, (_, index) => index / 63) },
  rows: Array.from({ length: 64 }, (_, row) =>
    Array.from({ length: 64 }, (_, column) => {
      const point = map.rows[Math.floor(row / 12)]?.[Math.floor(column / 9)] as Point;
      const value = shifted(point.decadesPerLayer.value, (column - row) / 500);
      return { ...point, decadesPerLayer: { ...point.decadesPerLayer, value } };
    }),
  ),
};

const reports: readonly (readonly [string, StudyReport])[] = [
  ...names.map((name) => [name, recorded(name)] as const),
  ['crowd', crowd],
  ['silent', silent],
  ['half', half],
  ['bundle', bundle],
  ['sunk', sunk],
  ['longNamed', longNamed],
  ['growing', growing],
  ['broken', broken],
  ['large', large],
];

const drawings = (
  await Promise.all(
    reports.map(async ([name, report]) =>
      (await studyPlotNames(report.kind)).flatMap((plot) => (isLacking(report, plot) ? [] : [[name, plot, report] as const])),
    ),
  )
).flat();

function isLacking(report: StudyReport, plot: string): boolean {
  return plot === 'losses' && report.kind === 'comparison' && report.rankedBy !== 'loss';
}

test.each(drawings)('%s, %s: no text leaves the canvas or lies on another', async (_name, plot, report) => {
  expectLegible(await drawStudy(report, { plot }));
});

test.each(drawings)('%s, %s: the SVG holds ordinary numbers only, the PNG is below 300 kB', async (_name, plot, report) => {
  const picture = await drawStudy(report, { theme: 'dark', plot });
  await expectOrdinaryNumbers(picture);
  await expectSmall(picture);
});

test.each(drawings)('%s, %s: the text alternative says enough and fits Discord', async (_name, plot, report) => {
  expectTold(await drawStudy(report, { plot }));
});

test.each(drawings)('%s, %s: Vega-Lite compiles it without a warning', async (_name, plot, report) => {
  const { compile } = await import('vega-lite');
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: () => logger,
    info: () => logger,
    debug: () => logger,
    warn: (...said: string[]) => {
      warnings.push(said.join(' '));
      return logger;
    },
  };
  compile((await drawStudy(report, { plot })).spec as never, { logger: logger as never });
  expect(warnings).toEqual([]);
});

test.each(Object.entries(plots))(
  '%s is shelved under its name, has a summary, and a rank of its own among its kind',
  (key, plot) => {
    expect(plot.name).toBe(key);
    expect(plot.summary).not.toBe('');
    const ranks = Object.values(plots).filter(({ of }) => of === plot.of);
    expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(ranks.length);
  },
);

test('what is usual depends on what was asked: trainings by their losses, other comparisons by their gradient', async () => {
  const trainings = recorded('trainings');
  expect((await drawStudy(trainings)).spec).toEqual((await drawStudy(trainings, { plot: 'losses' })).spec);
  expect((await drawStudy(comparison)).spec).toEqual((await drawStudy(comparison, { plot: 'comparison' })).spec);
  await expect(drawStudy(comparison, { plot: 'losses' })).rejects.toThrow('ask with train=200');
  await expect(drawStudy(comparison, { plot: 'map' })).rejects.toThrow('a comparison is drawn as losses or comparison');
});

test('eight curves that lie on each other are named whole, with the depth that theory trains', async () => {
  const svg = await (await drawStudy(bundle)).svg();
  for (const { name } of bundle.curves) expect(svg).toContain(`>${name}<`);
  expect(svg).toContain('6 ξ = 10<');
});

test('points without a number are marked, and the subtitle says how', async () => {
  const { spec } = await drawStudy(sunk);
  expect(JSON.stringify(spec)).toContain('×: zero or not finite');
  const crosses = JSON.stringify(spec).split('"angle":45').length - 1;
  // every curve, in both panels
  expect(crosses).toBe(2 * sunk.curves.length);
  expect(JSON.stringify((await drawStudy(sweep)).spec)).not.toContain('zero or not finite');
});

test('cells without a number are told apart in the legend', async () => {
  const written = async (report: MapReport): Promise<string> => JSON.stringify((await drawStudy(report)).spec);
  expect(await written(broken)).toContain('zero gradient');
  expect(await written(growing)).toContain('not measured');
  expect(await written(map)).not.toMatch(/zero gradient|not measured|overflow/u);
  expect(await written(map)).toContain('trainable');
});

test('a map as large as may be is an SVG that a chat and a notebook take', async () => {
  expect((await (await drawStudy(large)).svg()).length).toBeLessThan(300_000);
});

test('a comparison says how many networks each question drew', async () => {
  const { seeds } = (first as Report).experiment;
  const written = JSON.stringify((await drawStudy(comparison)).spec);
  expect(written).toContain(`${seeds} networks each, seeds 0 to ${seeds - 1}`);
});

test('an answer for which the time did not suffice says so', async () => {
  expect(JSON.stringify((await drawStudy(half)).spec)).toContain('1 network not measured in the time given');
});

test.each(Object.values(themes))('$name: eight series have eight colours', (theme) => {
  expect(new Set(seriesColours(theme)).size).toBe(8);
});

test('cells reach half-way to their neighbours, as the axis is spaced', () => {
  const axis = { key: 'gain', summary: '', isWhole: false };
  expect(bordersOf({ ...axis, values: [1, 2, 4], isLogarithmic: false })).toEqual([0.5, 1.5, 3, 5]);
  // √2, √8 and as far beyond the ends
  expect(bordersOf({ ...axis, values: [1, 2, 4], isLogarithmic: true })).toEqual(
    [-0.5, 0.5, 1.5, 2.5].map((power) => Math.round(2 ** power * 1e4) / 1e4),
  );
});

test('ticks are values that were measured, both ends among them, and lie apart', () => {
  const values = Array.from({ length: 64 }, (_, index) => index + 1);
  const ticks = ticksOf(values, false);
  expect([ticks[0], ticks.at(-1)]).toEqual([1, 64]);
  expect(ticks.length).toBeLessThanOrEqual(11);
  expect(ticks.every((tick) => values.includes(tick))).toBe(true);
});

const snapshots = [
  ['comparison', 'comparison', 'light'],
  ['trainings', 'losses', 'dark'],
  ['sweep', 'sweep', 'light'],
  ['rates', 'sweep', 'dark'],
  ['map', 'map', 'light'],
  ['reach', 'map', 'dark'],
  ['cure', 'cure', 'light'],
  ['cure', 'remedies', 'dark'],
] as const;

test.each(snapshots)('%s, %s, %s looks as it did', async (name, plot, theme) => {
  const svg = await (await drawStudy(recorded(name), { plot, theme })).svg();
  await expect(normalise(svg)).toMatchFileSnapshot(`../__snapshots__/study-${name}-${plot}-${theme}.svg`);
});
