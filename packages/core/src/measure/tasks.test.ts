import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Choice } from '../parts/variant.ts';
import { missingTheory, predict } from '../theory/predict.ts';
import { createMeasurer } from './measurer.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });

/** A network with the data of its task, measured and predicted. */
const look = async (said: Partial<Experiment>) => {
  const drawn = design(complete({ seeds: 24, ...said }));
  const blueprint = { ...drawn, task: (await drawn.task.load?.(drawn.form)) ?? drawn.task };
  const measurer = createMeasurer(await useEngine());
  const measured = await measurer.measure(blueprint);
  measurer.dispose();
  return { measured, theory: predict(blueprint), missing: missingTheory(blueprint) };
};

const relu = { activation: named('relu'), init: named('he-normal') } as const;

/** Tasks, and by how much of a decade theory may be off at the first layer beside what scatters. */
const cases: readonly { readonly title: string; readonly said: Partial<Experiment>; readonly allowed: number }[] = [
  // embedded symbols are normal numbers of one size, the same as theory starts from
  { title: 'words, rnn', said: { net: named('rnn'), depth: 8, activation: named('tanh'), task: named('words') }, allowed: 0.02 },
  // one pair of words in a hundred is alike, and gates that see them open alike
  { title: 'words, lstm', said: { net: named('lstm'), depth: 8, task: named('words') }, allowed: 0.06 },
  { title: 'copy, rnn', said: { net: named('rnn'), depth: 22, activation: named('tanh'), task: named('copy') }, allowed: 0.1 },
  // slopes of relu do not know lengths, so that it does not matter how much they differ
  { title: 'spirals, relu', said: { depth: 6, task: named('spirals'), ...relu }, allowed: 0.02 },
  {
    title: 'spirals, a residual stream',
    said: { net: named('resnet'), depth: 6, task: named('spirals'), ...relu },
    allowed: 0.02,
  },
  { title: 'digits, relu', said: { depth: 6, task: named('digits'), ...relu }, allowed: 0.02 },
  { title: 'digits, tanh', said: { depth: 6, task: named('digits'), activation: named('tanh') }, allowed: 0.05 },
  {
    title: 'digits, convolutions',
    said: { net: named('cnn'), depth: 4, width: 24, task: named('digits'), ...relu },
    allowed: 0.06,
  },
];

test.for(cases)('$title: the gradient arrives at the first layer as theory says', async ({ said, allowed }) => {
  const { measured, theory } = await look({ ...said, loss: named('probe') });
  const [here, there] = [measured.layers[0]?.signal, theory?.layers[0]];
  const error = (here?.sd ?? 0) / Math.sqrt(24);
  expect(Math.abs((here?.log10Rms ?? 0) - (there?.log10Rms ?? Number.NaN))).toBeLessThan(4 * error + allowed);
});

test.each(['adding', 'copy', 'temporal-order'])(
  '%s: gates that see like inputs again and again have no theory, and say so',
  async (task) => {
    const said = { depth: 22, seeds: 1, width: 8, task: named(task) };
    for (const net of ['lstm', 'gru']) {
      expect((await look({ net: named(net), ...said })).missing).toContain('gates whose inputs repeat');
      expect((await look({ net: named(net), tied: false, ...said })).theory?.caveat).toContain('independent and of one size');
    }
  },
);

test('a layer that is no longer finite has no dead units', async () => {
  const { measured } = await look({
    depth: 40,
    seeds: 2,
    width: 16,
    activation: named('linear'),
    init: named('normal'),
    gain: 1000,
  });
  expect(measured.layers.map(({ activation }) => activation.dead)).toEqual(Array.from({ length: 40 }, () => 0));
  expect(measured.layers.at(-1)?.counts.nan).toBeGreaterThan(0);
});
