import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../../engine/engine.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { DecadeHistogram } from '../../numbers/decade-histogram.ts';
import type { Choice } from '../../parts/variant.ts';
import { type TrainingOptions, trainNetworks } from './train-networks.ts';
import { drawParameters } from './trained-networks.ts';
import type { TrainingRecord } from './training-record.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { depth: 3, width: 12, batch: 20, seeds: 3, activation: named('tanh'), lr: 0.1 } as const;
const learning = { net: named('resnet'), norm: named('layer'), optimizer: named('adam'), lr: 0.01, clip: 1 } as const;

const train = async (said: Partial<Experiment>, options: TrainingOptions, engine: 'auto' | 'cpu' | 'wasm' = 'auto') =>
  trainNetworks(await useEngine(engine), design(complete({ ...small, ...said })), options);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const entriesOf = ({ counts, zero, notFinite }: DecadeHistogram): number => sumOf(counts) + zero + notFinite;

test.for(enginesByRank)('$name: a training with histograms is the one without', async ({ name }, { skip }) => {
  await useEngine(name).catch(() => skip(`${name} does not run here`));
  const choice = name === 'tensorflow' ? 'auto' : name;
  const { histograms, ...looked } = await train(learning, { steps: 9 }, choice);
  const { histograms: none, ...unlooked } = await train(learning, { steps: 9, histograms: 0 }, choice);
  expect(looked).toEqual(unlooked);
  expect(none).toEqual([]);
  expect(histograms.map(({ step }) => step)).toEqual([1, 3, 4, 6, 7, 9]);
});

/** The least and the most that √Σ x² can be. */
const normBounds = ({ from, counts }: DecadeHistogram, width: number): readonly [number, number] => {
  const squares = (shift: number): number =>
    sumOf(counts.map((count, bin) => count * 100 ** ((from ?? Number.NaN) + bin * width + shift)));
  return [Math.sqrt(squares(0)), Math.sqrt(squares(width))];
};

test('gradients are those of the step: their norms, recorded by the graph, lie between the edges of the bins', async () => {
  for (const said of [{}, learning, { net: named('lstm'), depth: 5 }]) {
    const { histograms, steps, binDecades } = await train({ ...said, seeds: 1 }, { steps: 4 });
    for (const [index, { step, rows }] of histograms.entries()) {
      expect(steps[index]?.step).toBe(step);
      for (const { row, gradient } of rows) {
        const norm = 10 ** (steps[index]?.rows[row]?.gradient ?? Number.NaN);
        const [least, most] = normBounds(gradient, binDecades);
        expect(norm).toBeGreaterThan(least);
        expect(norm).toBeLessThan(most);
      }
    }
  }
});

test('weights are counted as their logarithms say, all networks and all matrices of a row together', async () => {
  const said = { net: named('resnet'), branch: 2 };
  const engine = await useEngine();
  const blueprint = design(complete({ ...small, ...said }));
  const { parameters, owners } = drawParameters(engine, blueprint, []);
  const { histograms, binDecades } = await train(said, { steps: 1 });
  expect(histograms[0]?.rows.map(({ name }) => name)).toEqual(['block 1', 'block 2', 'block 3', 'readout']);
  for (const { row, weights } of histograms[0]?.rows ?? []) {
    const own = parameters.filter((_, index) => owners[index]?.row === row).flatMap((parameter) => [...parameter.dataSync()]);
    const bins = own.map((value) => Math.floor(Math.log10(Math.abs(value)) / binDecades));
    const first = Math.min(...bins);
    expect(weights.from).toBe(first * binDecades);
    expect(weights.counts).toEqual(
      Array.from({ length: Math.max(...bins) - first + 1 }, (_, bin) => bins.filter((one) => one === first + bin).length),
    );
    expect(entriesOf(weights)).toBe(own.length);
  }
  engine.tf.dispose([...parameters]);
});

test('weights that all time steps share are one row, named so', async () => {
  const { histograms } = await train({ net: named('rnn'), depth: 6 }, { steps: 1 });
  expect(histograms[0]?.rows.map(({ name }) => name)).toEqual(['all steps', 'readout']);
});

test('a gradient that float32 cannot hold is counted as zero', async () => {
  // 0.63 decades a layer, theory says: 63 in all, more than the 38 that float32 has below 1
  const { histograms } = await train({ activation: named('sigmoid'), depth: 100 }, { steps: 1 });
  const { gradient } = histograms[0]?.rows[0] ?? {};
  expect(gradient).toEqual({ from: null, counts: [], zero: 3 * 12 * 12, notFinite: 0 });
});

test('a training that breaks has the histograms until then, and what is not finite is counted', async () => {
  const broken = { activation: named('relu'), init: named('normal'), gain: 100, lr: 1000, depth: 12 };
  const { histograms, stopped }: TrainingRecord = await train(broken, { steps: 6 });
  expect(histograms.map(({ step }) => step)).toEqual(Array.from({ length: stopped?.step ?? 0 }, (_, index) => index + 1));
  expect(sumOf((histograms.at(-1)?.rows ?? []).map(({ gradient }) => gradient.notFinite))).toBeGreaterThan(0);
  expect(sumOf((histograms[0]?.rows ?? []).map(({ weights }) => weights.notFinite))).toBe(0);
});
