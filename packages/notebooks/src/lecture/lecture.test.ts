import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readArithmetic, readNotebook } from '../notebook/file.ts';
import { nameArithmetic } from './arithmetic.ts';
import { examine } from './examine.ts';
import { cellsOf, listNotebooks } from './notebooks.ts';

const notebooks = listNotebooks().map((notebook) => [notebook.name, notebook] as const);

const arithmetic = await nameArithmetic();
const isElsewhere = notebooks.some(([, { file }]) => readArithmetic(readFileSync(file, 'utf8')) !== arithmetic);
const elsewhere = isElsewhere ? ' (numbers not compared: another arithmetic has saved them)' : '';

// one after the other: each has a kernel, and TensorFlow takes all cores
test.for(notebooks)(
  `%s runs, type-checks strictly, and says what is saved${elsewhere}`,
  { timeout: 300_000 },
  async ([, notebook]) => {
    expect((await examine(notebook, 'check', arithmetic)).join('\n')).toBe('');
  },
);

test.each(notebooks)('%s has parameters, claims, one first heading, and a next question', (_, notebook) => {
  const cells = cellsOf(notebook);
  const text = cells.map(({ kind, source }) => (kind === 'markdown' ? source : '')).join('\n\n');
  const code = cells.map(({ kind, source }) => (kind === 'code' ? source : '')).join('\n');
  expect(cells.find(({ tags }) => tags.includes('parameters'))?.source).toMatch(/^const \w+ = /mu);
  expect(text).toMatch(/^# \d+ · \S/u);
  for (const said of [
    '**Question.**',
    '**What you will see.**',
    '**Run time.**',
    '**The number that matters',
    '**Limits.**',
    '**Next.**',
  ]) {
    expect(text).toContain(said);
  }
  expect(levels(text)).toEqual(levels(text).map((level, index) => (index === 0 ? 1 : Math.max(2, level))));
  expect(code.match(/^claim\(/gmu)?.length ?? 0).toBeGreaterThan(2);
  expect(code).not.toMatch(/from '(?!@vanish\/(?:core(?:\/[a-z]+)?|plots|display)'|@tensorflow\/tfjs')/u);
});

test.each(notebooks)("%s: outputs hold no path, no time, and a picture's words with every picture", (_, { file }) => {
  for (const { id, outputs } of readNotebook(readFileSync(file, 'utf8'))) {
    for (const output of outputs) {
      expect(JSON.stringify(output), id).not.toMatch(/\/(?:home|work|Users|tmp)\/|\d{4}-\d\d-\d\dT/u);
      if (output.output_type === 'stream') expect(output.name, id).toBe('stdout');
      else if ('image/png' in output.data) expect(String(output.data['text/plain']).length, id).toBeGreaterThan(40);
    }
  }
});

test.each(notebooks)('%s: lines of code fit into a page', (_, notebook) => {
  const lines = cellsOf(notebook).flatMap(({ kind, source }) => (kind === 'code' ? source.split('\n') : []));
  // what a chart says to those who cannot see it is one sentence, however long
  const bare = lines.filter((line) => line.replace(/'(?:[^'\\]|\\.)*'|`[^`]*`/gu, '').length > 100);
  expect(bare).toEqual([]);
});

test.each(notebooks)('%s: the Vega-Lite 5.6.1 of JupyterLab compiles its charts without a warning', (_, { file }) => {
  const charts = readNotebook(readFileSync(file, 'utf8')).flatMap(({ outputs }) =>
    outputs.flatMap((output) => ('data' in output ? [output.data['application/vnd.vegalite.v5+json']] : [])),
  );
  const warnings: unknown[] = [];
  const logger = {
    level: () => logger,
    error: (...said: unknown[]) => warnings.push(said),
    warn: (...said: unknown[]) => warnings.push(said),
  };
  for (const chart of charts.filter((one) => one !== undefined)) {
    jupyterLab.compile(chart, { logger: { ...logger, info: () => logger, debug: () => logger } });
  }
  expect(warnings).toEqual([]);
});

/** Vega-Lite as JupyterLab 4 has it, on a Vega of its own. */
const jupyterLab = ((): { readonly compile: (spec: unknown, options: object) => unknown } => {
  const require = createRequire(import.meta.url);
  const context = createContext({ vega: require('vega-5'), structuredClone, console });
  const source = require.resolve('vega-lite-5').replace(/vega-lite\.js$/u, 'vega-lite.min.js');
  runInContext(readFileSync(source, 'utf8'), context);
  return context['vegaLite'];
})();

const levels = (text: string): readonly number[] => [...text.matchAll(/^(#+) /gmu)].map(([, marks = '']) => marks.length);
