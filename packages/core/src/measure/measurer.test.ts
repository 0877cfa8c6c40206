import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Choice } from '../parts/variant.ts';
import { chunks } from './chunks.ts';
import { CompiledPasses } from './compiled-passes.ts';
import { decadesTowardsInput } from './decades-per-layer.ts';
import type { GradientProfile, LayerMeasurement } from './gradient-profile.ts';
import { createMeasurer, type MeasureOptions } from './measurer.ts';
import { readProfile } from './read-profile.ts';
import type { Reading } from './reading.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { depth: 5, width: 12, batch: 8, seeds: 6 } as const;
const blueprintOf = (said: Partial<Experiment> = {}) => design(complete({ ...small, ...said }));

const measure = async (said: Partial<Experiment> = {}, options: MeasureOptions = {}): Promise<GradientProfile> => {
  const measurer = createMeasurer(await useEngine());
  const profile = await measurer.measure(blueprintOf(said), options);
  measurer.dispose();
  return profile;
};

test('a large question is split into groups that hold each network once, in order', () => {
  const blueprint = blueprintOf({ width: 2048, depth: 12, seeds: 11, seed: 5 });
  const groups = chunks(blueprint);
  expect(groups.length).toBeGreaterThan(1);
  const numbers = groups.flatMap(({ firstSeed, seeds }) => Array.from({ length: seeds }, (_, index) => firstSeed + index));
  expect(numbers).toEqual(Array.from({ length: 11 }, (_, index) => 5 + index));
  expect(chunks(blueprintOf())).toEqual([{ firstSeed: 0, seeds: 6 }]);
});

test('a network measures the same alone and among others', async () => {
  const together = await measure({ activation: named('tanh') });
  for (const seed of [0, 3, 5]) {
    const alone = await measure({ activation: named('tanh'), seed, seeds: 1 });
    for (const [index, { signalPerSeed }] of alone.layers.entries()) {
      const among = together.layers[index]?.signalPerSeed[seed] as number;
      // sums over a batch may be taken in another order
      expect(Math.abs((signalPerSeed[0] as number) - among)).toBeLessThan(1e-6);
    }
  }
});

test('asked again, eagerly or from the graph, the answer is the same to the bit', async () => {
  const measurer = createMeasurer(await useEngine());
  const blueprint = blueprintOf({ activation: named('gelu'), optimizer: named('adam') });
  const first = await measurer.measure(blueprint);
  const others = [await measurer.measure(blueprint), await measurer.measure(blueprint)];
  measurer.dispose();
  expect(others).toEqual([first, first]);
  const anew = createMeasurer(await useEngine());
  expect(await anew.measure(blueprint)).toEqual(first);
  anew.dispose();
});

test('one graph serves other scales and seeds: interleaved questions keep their own answers', async () => {
  const measurer = createMeasurer(await useEngine());
  const asked = [0.5, 1, 2].flatMap((gain) => [0, 9].map((seed) => blueprintOf({ init: named('normal'), gain, seed })));
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const answers: GradientProfile[] = [];
    for (const blueprint of asked) answers.push(await measurer.measure(blueprint));
    rounds.push(answers);
  }
  measurer.dispose();
  expect(rounds[1]).toEqual(rounds[0]);
  expect(rounds[2]).toEqual(rounds[0]);
  expect(new Set(rounds[0]?.map(({ loss }) => loss)).size).toBe(asked.length);
});

test.for(enginesByRank)('$name: no question leaves a tensor behind', async ({ name }, { skip }) => {
  const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
  const counted = (): readonly number[] => [engine.tf.memory().numTensors, engine.binding?.getNumOfTensors() ?? 0];
  const before = counted();
  const measurer = createMeasurer(engine);
  const asked = [
    blueprintOf(),
    blueprintOf({ init: named('zeros') }),
    blueprintOf({ init: named('lsuv'), optimizer: named('rmsprop') }),
  ];
  for (const blueprint of [...asked, ...asked, ...asked]) await measurer.measure(blueprint, { spectrum: true });
  measurer.dispose();
  expect(counted()).toEqual(before);
});

test('the careful pass sees what the quick one sees, and counts besides', async () => {
  const passes = new CompiledPasses(await useEngine());
  const blueprint = blueprintOf({ activation: named('selu'), optimizer: named('rmsprop') });
  const both = [...(await passes.read([blueprint], false)), ...(await passes.read([blueprint], true))];
  const [quick, careful] = both as [Reading, Reading];
  passes.dispose();
  for (const [row, observations] of quick.rows.entries()) {
    for (const [quantity, lists] of Object.entries(observations)) {
      const others = careful.rows[row]?.[quantity as keyof typeof observations];
      // these the careful way brings to order one first; the correlation made of them is compared with the profile
      if (quantity === 'pairProduct' || quantity === 'pairNorms') continue;
      for (const [position, list] of lists.entries()) {
        for (const [network, value] of list.entries()) {
          const other = others?.[position]?.[network] as number;
          // the same sums, divided by their largest term or not: a few roundings
          expect(Math.abs(value - other)).toBeLessThanOrEqual(2e-6 * Math.max(1, Math.abs(value)));
        }
      }
    }
  }
  const correlations = [quick, careful].map((reading) =>
    readProfile(blueprint, reading).layers.map(({ activation }) => activation.correlation),
  );
  for (const [layer, value] of (correlations[0] ?? []).entries()) {
    expect(Math.abs((value as number) - (correlations[1]?.[layer] as number))).toBeLessThan(2e-6);
  }
});

test('progress ends with all of it done, and an aborted question measures nothing', async () => {
  const shares: number[] = [];
  await measure({}, { onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([1]);
  await expect(measure({}, { signal: AbortSignal.abort(new Error('no longer wanted')) })).rejects.toThrow('no longer wanted');
});

test('zero weights: every entry is an exact zero, nothing is underflow', async () => {
  const { layers, decadesPerLayer } = await measure({ activation: named('tanh'), init: named('zeros') });
  for (const { counts, signal } of layers) {
    expect(counts).toEqual({ entries: 6 * 8 * 12, nan: 0, inf: 0, zero: 6 * 8 * 12, underflow: 0 });
    expect(signal).toEqual({ log10Rms: null, sd: null });
  }
  expect(decadesPerLayer).toEqual({ value: null, low: null, high: null });
});

test('scaling the weights of a linear net scales its probe signal, layer by layer, to the bit of a logarithm', async () => {
  const said = { activation: named('linear'), init: named('normal'), loss: named('probe') };
  const [one, other] = [await measure({ ...said, gain: 1 }), await measure({ ...said, gain: 1e-8 })];
  for (const [index, { signal }] of other.layers.entries()) {
    const expected = (one.layers[index]?.signal.log10Rms ?? Number.NaN) - 4 * (small.depth - 1 - index);
    expect(Math.abs((signal.log10Rms ?? Number.NaN) - expected)).toBeLessThan(1e-5);
  }
});

test('the Jacobian of an orthogonal linear net has singular values 1', async () => {
  const { spectrum } = await measure({ activation: named('linear'), init: named('orthogonal') }, { spectrum: true });
  expect(spectrum?.singularValues.map((values) => values.length)).toEqual([12, 12, 12, 12]);
  for (const value of spectrum?.singularValues.flat() ?? []) expect(Math.abs(value - 1)).toBeLessThan(1e-5);
  expect(spectrum?.relativeVariance).toBeLessThan(1e-10);
});

test('the Jacobian of one Gaussian layer has the spectrum of Marchenko and Pastur (1967): E s² = 1, Var s² = 1', async () => {
  const said = { activation: named('linear'), init: named('lecun-normal'), depth: 1, width: 200 };
  const { spectrum } = await measure(said, { spectrum: true });
  for (const values of spectrum?.singularValues ?? []) {
    expect([...values].sort((one, other) => other - one)).toEqual(values);
    // E s² is the mean of 200² squares: √(2 / 40 000) = 0.7 %
    expect(Math.abs(values.reduce((sum, value) => sum + value ** 2, 0) / 200 - 1)).toBeLessThan(0.03);
    // the edge 2 moves by O(n^{−2/3}) = 3 %
    expect(Math.abs((values[0] as number) - 2)).toBeLessThan(0.1);
  }
  expect(Math.abs((spectrum?.relativeVariance ?? 0) - 1)).toBeLessThan(0.05);
});

test('singular values far below float32 are told: 120 layers of sigmoid', async () => {
  const { spectrum } = await measure({ activation: named('sigmoid'), depth: 120, seeds: 1 }, { spectrum: true });
  const [largest = Number.NaN] = spectrum?.singularValues[0] ?? [];
  // 119 factors of √χ = 0.236, and 120 · 5 % of scatter at width 12
  expect(Math.abs(Math.log10(largest) - 119 * Math.log10(0.236))).toBeLessThan(6);
});

/** A layer of which only the signal is known. */
const withSignal = (index: number, signalPerSeed: readonly (number | null)[]): LayerMeasurement =>
  ({ index, signalPerSeed }) as Partial<LayerMeasurement> as LayerMeasurement;

test('decades per layer are the slopes of the networks, towards the input', () => {
  const layers = [0, 1, 2, 3].map((index) => withSignal(index, [0.5 * index, 0.7 * index - 3]));
  const { value, low, high } = decadesTowardsInput(layers);
  expect(value).toBeCloseTo(-0.6, 12);
  // Student with one degree of freedom: 12.706 · 0.1
  expect([low, high].map((end) => end?.toFixed(4))).toEqual(['-1.8706', '0.6706']);
});

test('decades per layer: a network without two readable layers has none, one network has no interval', () => {
  expect(decadesTowardsInput([withSignal(0, [-1, null]), withSignal(1, [-0.5, -2])])).toEqual({
    value: -0.5,
    low: null,
    high: null,
  });
  expect(decadesTowardsInput([withSignal(0, [-1])])).toEqual({ value: null, low: null, high: null });
});
