import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as shelf from './index.ts';

test('the public shelf holds what it promises', () => {
  expect(Object.keys(shelf).sort()).toEqual([
    'drawChart',
    'drawReport',
    'drawStudy',
    'drawTraining',
    'drawablePlots',
    'fontFiles',
    'plotNames',
    'powersOfTen',
    'prepareToDraw',
    'recolour',
    'studyPlotNames',
    'trainingPlotNames',
  ]);
});

test('renderers are loaded by the functions that need them, never by an import of this package', () => {
  const here = new URL('./', import.meta.url);
  const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/u.test(file));
  const eager = /^import (?!type )[^;]*from '(vega|vega-lite|@resvg\/resvg-js|fontkit)'/mu;
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((file) => eager.test(readFileSync(new URL(file, here), 'utf8')))).toEqual([]);
});
