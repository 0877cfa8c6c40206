import { readFileSync } from 'node:fs';
import type { DecadeHistogram, TrainingReport } from '@vanish/core';
import { expect, test } from 'vitest';
import { expectLegible, expectOrdinaryNumbers, expectSmall, expectTold } from '../../scripts/expectations.ts';
import { normalise } from '../../scripts/inspect-picture.ts';
import { drawTraining, type TrainingPlotName, trainingPlotNames } from '../draw-report.ts';
import { composeTraining } from './compose-training.ts';
import { histogramRows } from './histogram-rows.ts';
import * as plots from './plots/index.ts';

/** Trainings as `--json` printed them on 25 November 2026. */
const recorded = (name: string): TrainingReport =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as TrainingReport;

const names = ['sigmoid', 'relu', 'stopped'] as const;

/** The same report with other histograms of the gradient. */
const withGradients = (
  report: TrainingReport,
  change: (gradient: DecadeHistogram, row: number) => DecadeHistogram,
): TrainingReport => {
  const histograms = report.record.histograms.map(({ step, rows }) => ({
    step,
    rows: rows.map((row) => ({ ...row, gradient: change(row.gradient, row.row) })),
  }));
  return { ...report, record: { ...report.record, histograms } };
};

const nothing = { from: null, counts: [], zero: 7, notFinite: 0 };
const reports: readonly (readonly [string, TrainingReport])[] = [
  ...names.map((name) => [name, recorded(name)] as const),
  ['zero-below', withGradients(recorded('sigmoid'), (gradient, row) => (row < 4 ? nothing : gradient))],
  ['all-zero', withGradients(recorded('sigmoid'), () => nothing)],
  ['broken', withGradients(recorded('relu'), (gradient) => ({ ...gradient, zero: 99, notFinite: 50 }))],
];
const drawings = reports.flatMap(([name, report]) =>
  (Object.keys(plots) as TrainingPlotName[]).map((plot) => [name, plot, report] as const),
);

test.each(drawings)('%s, %s: no text leaves the canvas or lies on another', async (_name, plot, report) => {
  expectLegible(await drawTraining(report, { plot }));
});

test.each(drawings)('%s, %s: the SVG holds ordinary numbers only, the PNG is below 300 kB', async (_name, plot, report) => {
  const picture = await drawTraining(report, { theme: 'dark', plot });
  await expectOrdinaryNumbers(picture);
  await expectSmall(picture);
});

test.each(drawings)('%s, %s: the text alternative says enough and fits Discord', async (_name, plot, report) => {
  expectTold(await drawTraining(report, { plot }));
});

test('the text alternative says who learned', async () => {
  const { alt } = await drawTraining(recorded('sigmoid'));
  expect(alt).toMatch(/^Did not learn: .* Line chart of the loss, from .* dense 1 to dense 6 did not.* Question: depth=6/u);
  expect(alt.length).toBeLessThanOrEqual(1024);
});

test('histograms are told in words: the medians at the ends, when the training begins and when it ends', async () => {
  const { alt } = await drawTraining(recorded('sigmoid'), { plot: 'histograms' });
  expect(alt).toContain('at 5 of 7 layers, in steps 1, 7, 13, 18, 24, 30.');
  expect(alt).toMatch(/In step 1 the median is \S+ at dense 1 and \S+ at readout, \d\.\d decades apart\. In step 30 the median/u);
  const lost = await drawTraining(reports.find(([name]) => name === 'zero-below')?.[1] as TrainingReport, { plot: 'histograms' });
  expect(lost.alt).toContain('the median is no number (100 % exactly zero) at dense 1');
});

test('the median divides the entries in halves', () => {
  const three = { from: -2, counts: [1, 0, 3], zero: 4, notFinite: 0 };
  const [row] = histogramRows(withGradients(recorded('sigmoid'), () => three));
  // two of four lie below: the first bin holds one, the third, from −1.5 on, a third of its three below −1.5 + 0.25/3
  expect(row?.curves[0]).toMatchObject({
    median: expect.closeTo(-1.5 + 0.25 / 3, 12),
    to: -1.25,
    zero: 0.5,
    shares: [1 / 8, 0, 3 / 8],
  });
});

test('a report without histograms is refused, with the way to get them', async () => {
  const report = recorded('sigmoid');
  const { histograms, ...record } = report.record;
  const old = { ...report, record: record as TrainingReport['record'] };
  expect(histograms.length).toBe(6);
  await expect(drawTraining(old, { plot: 'histograms' })).rejects.toThrow('ask the same question again');
});

test.each(Object.entries(plots))('%s is shelved under its name and has a summary', (key, plot) => {
  expect(plot.name).toBe(key);
  expect(plot.summary).not.toBe('');
});

test('the default is the training on light ground, and it leads the list', async () => {
  const report = recorded('relu');
  expect((await drawTraining(report)).spec).toEqual(composeTraining(report, { plot: 'training', theme: 'light' }).spec);
  expect((await trainingPlotNames())[0]).toBe('training');
});

const snapshots = [
  ['sigmoid', 'training', 'light'],
  ['sigmoid', 'histograms', 'light'],
  ['relu', 'histograms', 'dark'],
  ['stopped', 'histograms', 'light'],
] as const;

test.each(snapshots)('%s, %s, %s looks as it did', async (name, plot, theme) => {
  const svg = await (await drawTraining(recorded(name), { plot, theme })).svg();
  const file = plot === 'training' ? `training-${name}-${theme}` : `training-${name}-${plot}-${theme}`;
  await expect(normalise(svg)).toMatchFileSnapshot(`../__snapshots__/${file}.svg`);
});
