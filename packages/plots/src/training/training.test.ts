import { readFileSync } from 'node:fs';
import type { TrainingReport } from '@vanish/core';
import { expect, test } from 'vitest';
import { illegibleTexts, normalise } from '../../scripts/inspect-picture.ts';
import { drawTraining } from '../draw-report.ts';

/** Trainings as `--json` printed them on 25 November 2026. */
const recorded = (name: string): TrainingReport =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as TrainingReport;

const names = ['sigmoid', 'relu', 'stopped'] as const;

test.each(names)('%s: no text leaves the canvas or lies on another', async (name) => {
  expect(illegibleTexts((await drawTraining(recorded(name))).spec)).toEqual([]);
});

test.each(names)('%s: the SVG holds ordinary numbers only, the PNG is below 300 kB', async (name) => {
  const picture = await drawTraining(recorded(name), { theme: 'dark' });
  const svg = await picture.svg();
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="800"/u);
  expect(svg.replace(/<text[^>]*>[^<]*<\/text>/gu, '').replace(/aria-label="[^"]*"/gu, '')).not.toMatch(
    /NaN|Infinity|undefined/u,
  );
  expect((await picture.png()).length).toBeLessThan(300_000);
});

test('the text alternative says who learned', async () => {
  const { alt } = await drawTraining(recorded('sigmoid'));
  expect(alt).toMatch(/^Did not learn: .* Line chart of the loss, from .* dense 1 to dense 6 did not.* Question: depth=6/u);
  expect(alt.length).toBeLessThanOrEqual(1024);
});

test('a training that did not learn, drawn', async () => {
  const svg = await (await drawTraining(recorded('sigmoid'))).svg();
  await expect(normalise(svg)).toMatchFileSnapshot('../__snapshots__/training-sigmoid-light.svg');
});
