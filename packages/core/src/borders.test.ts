import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Who may import whom, written a second time, independently of biome.json. `types` may be imported as types only. */
const neighbours: Readonly<Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  engine: { values: ['numbers', 'tensorflow'] },
  experiment: { values: ['parts', 'numbers'] },
  measure: { values: ['engine', 'parts', 'numbers', 'tensorflow'] },
  notions: { values: [], types: ['parts'] },
  numbers: { values: [] },
  parts: { values: ['numbers'], types: ['engine'] },
  query: { values: ['experiment', 'notions', 'parts', 'numbers'] },
  reproduce: { values: ['engine', 'experiment', 'measure', 'numbers', 'parts', 'query', 'theory', 'verdict'] },
  study: { values: ['experiment', 'numbers', 'parts', 'query', 'theory', 'verdict'], types: ['measure'] },
  theory: { values: ['parts', 'numbers'] },
  verdict: { values: ['theory', 'parts', 'numbers', 'experiment', 'query'], types: ['measure', 'notions'] },
  watch: { values: ['engine', 'measure', 'verdict', 'parts', 'numbers', 'tensorflow'] },
};

/** TensorFlow.js itself counts as a neighbour; its types are free to all. */
const everyone: readonly string[] = [...Object.keys(neighbours), 'tensorflow'];
const root: string = fileURLToPath(new URL('../../../', import.meta.url));
const biome: string = createRequire(join(root, 'package.json')).resolve('@biomejs/biome/bin/biome');
let house = '';

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'vanish-borders-'));
  cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
});

afterEach(() => rmSync(house, { recursive: true }));

test.each(Object.entries(neighbours))('%s/ imports its neighbours and nobody else', (folder, { values, types = [] }) => {
  const others = everyone.filter((name) => name !== folder);
  const specifiers = others.map((name) => (name === 'tensorflow' ? '@tensorflow/tfjs' : `../${name}/probe.ts`));
  const file = `packages/core/src/${folder}/probe.ts`;
  const refused = (source: (specifier: string) => string): string[] => {
    const lines = lint(file, specifiers.map(source).join('\n')).map(({ line }) => line);
    return others.filter((_, index) => lines.includes(index + 1));
  };
  const valuesRefused = others.filter((name) => !values.includes(name));
  const typesRefused = others.filter((name) => ![...values, ...types, 'tensorflow'].includes(name));
  expect(refused((specifier) => `import { value } from '${specifier}';`)).toEqual(valuesRefused);
  expect(refused((specifier) => `import * as value from '${specifier}';`)).toEqual(valuesRefused);
  expect(refused((specifier) => `export { value } from '${specifier}';`)).toEqual(valuesRefused);
  expect(refused((specifier) => `const value = await import('${specifier}');`)).toEqual(valuesRefused);
  expect(refused((specifier) => `import type { Type } from '${specifier}';`)).toEqual(typesRefused);
});

test('every folder of core has its borders', () => {
  const entries = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((folder) => !(folder in neighbours))).toEqual([]);
});

test.each([
  [
    'packages/core/src/theory/probe.ts',
    '../measure/measure.ts',
    'their agreement is evidence only while neither knows the other',
  ],
  [
    'packages/core/src/measure/probe.ts',
    '../theory/predict.ts',
    'their agreement is evidence only while neither knows the other',
  ],
  ['packages/core/src/measure/probe.ts', '@vanish/plots', 'core is numbers only'],
  ['packages/core/src/index.ts', '../../bot/src/front-desk.ts', 'core is numbers only'],
  ['packages/plots/src/probe.ts', '../../core/src/report.ts', 'it imports that package by name'],
  ['packages/plots/src/probe.ts', '@tensorflow/tfjs', 'plots never touches a tensor'],
  ['packages/plots/src/probe.ts', '@vanish/bot', 'never bot or notebooks'],
  ['packages/bot/src/probe.ts', '../../core/src/report.ts', 'through their public shelves'],
  ['packages/bot/src/commands/probe.ts', '../platforms/console/print.ts', 'commands/ never import platforms/'],
  ['packages/bot/src/chat/probe.ts', '../platforms/platform.ts', 'know no platform'],
  ['packages/bot/src/chat/probe.ts', 'discord.js', 'know no platform'],
  ['packages/bot/src/platforms/discord/probe.ts', '../slack/open-slack.ts', 'platforms never import each other'],
  ['packages/bot/src/platforms/slack/probe.ts', 'discord.js', 'platforms never import each other'],
  ['packages/loopback/src/probe.ts', '@vanish/bot', 'nothing of Vanish'],
  ['packages/display/src/probe.ts', '@vanish/bot', 'never bot or notebooks'],
  ['packages/display/src/probe.ts', 'tslab', 'without importing it'],
  ['packages/notebooks/src/probe.ts', '@vanish/bot', 'by name, as a user would'],
  ['packages/notebooks/src/probe.ts', '../../display/src/show.ts', 'by name, as a user would'],
])('%s is told why it must not import %s', (file, specifier, message) => {
  const found = lint(file, `import { probe } from '${specifier}';\nexport const use = probe;\n`);
  expect(found).toEqual([{ line: 1, message: expect.stringContaining(message) }]);
});

/** What the border rule of biome.json says about a source that stands in `file`. */
function lint(file: string, source: string): { readonly line: number; readonly message: string }[] {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), source);
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', file];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: house, encoding: 'utf8' });
  return [...stdout.matchAll(/line=(\d+),.*::(.*)$/gm)].map(([, line, message]) => ({
    line: Number(line),
    message: String(message),
  }));
}
