import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Choice, Experiment } from '../experiment/experiment.ts';
import type { GradientProfile } from './gradient-profile.ts';
import { createMeasurer } from './measurer.ts';

const named = (name: string): Choice => ({ name, parameter: null });
const onEveryEngine = enginesByRank.map(({ name }) => ({ name }));

const measure = async (said: Partial<Experiment>, engine = 'auto', options = {}): Promise<GradientProfile> => {
  const measurer = createMeasurer(await useEngine(engine as 'cpu'));
  const profile = await measurer.measure(design(complete({ loss: named('probe'), ...said })), options);
  measurer.dispose();
  return profile;
};

/** Decades from the last step to the first. */
const decades = ({ layers }: GradientProfile): number =>
  (layers[0]?.signal.log10Rms ?? Number.NaN) - (layers.at(-1)?.signal.log10Rms ?? Number.NaN);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const still = { width: 16, seeds: 2, batch: 4, gain: 0, input: 0, depth: 101 } as const;

test.for(onEveryEngine)('$name: the gradient of a cell without weights is f^T, far below float32', async ({ name }, { skip }) => {
  await useEngine(name).catch(() => skip(`${name} does not run here`));
  const cases = [
    { said: { net: named('lstm'), forget: 0 }, gate: 0.5 },
    { said: { net: named('lstm') }, gate: sigmoid(1) },
    { said: { net: named('lstm'), forget: 5 }, gate: sigmoid(5) },
    { said: { net: named('lstm'), forget: 0, gate: named('hard-sigmoid') }, gate: 0.5 },
    { said: { net: named('lstm'), gate: named('hard-sigmoid') }, gate: 0.7 },
    { said: { net: named('gru') }, gate: 0.5 },
  ];
  for (const { said, gate } of cases) {
    const expected = 100 * Math.log10(gate);
    // rounding of every step, and the accumulated log is a float32: 1e-7 of its size
    const tolerance = 1e-5 + 2e-6 * Math.abs(expected);
    expect(Math.abs(decades(await measure({ ...still, ...said }, name)) - expected)).toBeLessThan(tolerance);
  }
  const far = await measure({ ...still, net: named('lstm'), forget: -2, depth: 1000, width: 4, seeds: 1, batch: 2 }, name);
  // every step adds the same −2.1 nats to a float32 of up to 2,100, whose last bit is 2.4e-4
  expect(Math.abs(decades(far) / (999 * Math.log10(sigmoid(-2))) - 1)).toBeLessThan(2e-5);
});

test.for(onEveryEngine)('$name: every engine measures the same recurrent networks', async ({ name }, { skip }) => {
  await useEngine(name).catch(() => skip(`${name} does not run here`));
  for (const net of ['rnn', 'lstm', 'gru']) {
    const said = { net: named(net), depth: 8, width: 12, seeds: 2, batch: 6, loss: named('crossentropy') };
    const here = await measure(said, name);
    const there = await measure(said, 'cpu');
    for (const [row, { signal, gradient }] of here.layers.entries()) {
      expect(Math.abs((signal.log10Rms ?? 0) - (there.layers[row]?.signal.log10Rms ?? 1))).toBeLessThan(2e-5);
      expect(Math.abs((gradient.log10Norm ?? 0) - (there.layers[row]?.gradient.log10Norm ?? 1))).toBeLessThan(2e-5);
    }
  }
});

test('a linear rnn with orthogonal weights g·Q stretches every state by g per step: all singular values are g^T', async () => {
  const said = {
    net: named('rnn'),
    activation: named('linear'),
    init: named('orthogonal'),
    gain: 0.81,
    depth: 6,
    width: 10,
    seeds: 2,
  };
  const { spectrum } = await measure(said, 'auto', { spectrum: true });
  for (const value of spectrum?.singularValues.flat() ?? [Number.NaN]) expect(Math.abs(value / 0.9 ** 6 - 1)).toBeLessThan(1e-5);
});

test('chrono initialisation spreads memories: E f² is that of u/(1 + u), u uniform up to one below the longest', async () => {
  const { layers } = await measure({ ...still, net: named('lstm'), chrono: 50, width: 512, seeds: 8, batch: 1, depth: 2 });
  const squares = layers[0]?.signalPerSeed.map((log) => 10 ** (2 * ((log ?? 0) - (layers[1]?.signalPerSeed[0] ?? 0)))) ?? [];
  const nodes = Array.from({ length: 1000 }, (_, index) => 1 + (48 * (index + 0.5)) / 1000);
  const expected = nodes.reduce((sum, u) => sum + (u / (1 + u)) ** 2, 0) / 1000;
  // the loss of each network points to a random direction: √(2/512) per network, 2 % over eight
  expect(Math.abs(squares.reduce((sum, square) => sum + square, 0) / squares.length / expected - 1)).toBeLessThan(0.1);
});
