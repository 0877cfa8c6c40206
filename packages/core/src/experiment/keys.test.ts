import { expect, test } from 'vitest';
import * as engines from '../engine/engines/index.ts';
import { foldName, variantsOf } from '../parts/shelf.ts';
import { complete, defaultExperiment } from './complete.ts';
import { engineChoices } from './engine-choices.ts';
import { keyOf, keys } from './keys.ts';

const spellingsOf = ({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }): readonly string[] => [
  ...new Set([name, ...aliases].map(foldName)),
];

test('no spelling belongs to two keys', () => {
  const spellings = keys.flatMap(spellingsOf);
  expect(spellings).toEqual([...new Set(spellings)]);
});

test.each(Object.entries(keyOf))('%s stands under its own field and describes itself', (field, key) => {
  expect(key.field).toBe(field);
  expect(key.summary).not.toMatch(/\.$|^[A-Z]/);
  expect(key.summary.length).toBeLessThanOrEqual(80);
  expect(Object.keys(defaultExperiment)).toContain(field);
});

test.each(keys.filter((key) => key.kind === 'choice'))(
  '$name: no spelling belongs to two choices, and the default is one of them',
  (key) => {
    const variants = variantsOf(key.shelf);
    const spellings = variants.flatMap(spellingsOf);
    expect(spellings).toEqual([...new Set(spellings)]);
    expect(variants.map(({ name }) => name)).toContain(key.default.name);
  },
);

test.each(keys.filter((key) => key.kind === 'integer' || key.kind === 'number'))(
  '$name: the default lies within the limits',
  (key) => {
    expect(key.minimum).toBeLessThan(key.maximum);
    if (key.default === null) return expect(key.kind === 'number' && key.nullWord).toBeTruthy();
    expect(key.default).toBeGreaterThanOrEqual(key.minimum);
    expect(key.default).toBeLessThanOrEqual(key.maximum);
  },
);

test('the last network of the last seed still has a number of 31 bits', () => {
  expect(keyOf.seed.maximum + keyOf.seeds.maximum).toBeLessThanOrEqual(2 ** 31 - 1);
});

test('a question may ask for every engine there is, and for the fastest', () => {
  expect(Object.keys(engineChoices).sort()).toEqual(['auto', ...Object.keys(engines)].sort());
});

test('the default network is the plain deep sigmoid net of the first picture', () => {
  expect(defaultExperiment).toEqual({
    net: { name: 'mlp', parameter: null },
    depth: 10,
    width: 128,
    activation: { name: 'sigmoid', parameter: null },
    init: { name: 'glorot-uniform', parameter: null },
    gain: null,
    bias: 0,
    norm: { name: 'none', parameter: null },
    place: { name: 'before', parameter: null },
    skip: { name: 'residual', parameter: null },
    order: { name: 'pre', parameter: null },
    branch: 2,
    tokens: 16,
    heads: 4,
    expansion: 4,
    kernel: 3,
    padding: { name: 'zero', parameter: null },
    dims: 1,
    size: 8,
    pool: 0,
    input: 1,
    radius: null,
    tied: true,
    gate: { name: 'sigmoid', parameter: null },
    forget: 1,
    chrono: null,
    batch: 64,
    seeds: 16,
    seed: 0,
    loss: { name: 'crossentropy', parameter: null },
    task: { name: 'clusters', parameter: null },
    vocabulary: 1000,
    tokenisation: { name: 'word', parameter: null },
    optimizer: { name: 'sgd', parameter: null },
    lr: null,
    clip: null,
    clipBy: { name: 'norm', parameter: null },
    decay: null,
    train: 0,
    spectrum: false,
    engine: { name: 'auto', parameter: null },
  });
});

test('a completed experiment keeps what was said, takes the rest from its base, and is frozen', () => {
  const base = complete({ depth: 30, gain: 2 });
  const changed = complete({ gain: null }, base);
  expect(changed).toEqual({ ...defaultExperiment, depth: 30, gain: null });
  expect(Object.isFrozen(changed)).toBe(true);
  expect(base.gain).toBe(2);
});
