import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import type { ForeignCell, ForeignLayer } from '../foreign-layer.ts';
import { probe } from '../probe/probe.ts';
import { examine } from './find-traps.ts';
import * as shelf from './index.ts';
import type { Patient } from './trap.ts';

beforeAll(async () => {
  await useEngine();
});

const patient = (layer: tf.layers.Layer, more: Partial<Patient> = {}): Patient => ({
  name: layer.name,
  className: layer.getClassName(),
  config: layer.getConfig(),
  inputVariance: null,
  measured: null,
  loss: null,
  ...more,
});

const found = (layer: tf.layers.Layer, more: Partial<Patient> = {}): readonly string[] =>
  examine(patient(layer, more)).map(({ trap }) => trap);

const varianceOf = (tensor: tf.Tensor): number => tf.moments(tensor).variance.dataSync()[0] as number;

test('every trap says what it is, in lower case and without a full stop, and where it is written down', () => {
  for (const trap of Object.values(shelf)) {
    expect(trap.summary).toMatch(/^[a-z].*[^.]$/);
    expect(trap.source.length).toBeGreaterThan(20);
  }
});

test('a layer that steps into none has none', () => {
  const careful = [
    tf.layers.dense({ units: 2, kernelInitializer: 'heUniform' }),
    tf.layers.lstm({
      units: 2,
      kernelInitializer: 'glorotUniform',
      recurrentInitializer: 'glorotUniform',
      recurrentActivation: 'sigmoid',
      unitForgetBias: true,
    }),
    tf.layers.dropout({ rate: 0.5 }),
    tf.layers.batchNormalization({ epsilon: 1e-8 }),
  ];
  for (const layer of careful) expect(found(layer, { inputVariance: 1 })).toEqual([]);
});

test.each(['heNormal', 'glorotNormal', 'leCunNormal'] as const)(
  '%s draws 77 % of its variance, its uniform sister all of it',
  (name) => {
    const layer = tf.layers.dense({ units: 400, inputShape: [400], kernelInitializer: name, name: `a_${name}` });
    const [finding] = examine(patient(layer));
    expect(finding).toMatchObject({
      trap: 'truncated-normal',
      layer: `a_${name}`,
      problem: expect.stringContaining(`uses ${name} (kernelInitializer), which tfjs draws with 77 %`),
    });
    const sister = name.replace('Normal', 'Uniform') as 'heUniform';
    expect(finding?.change).toBe(`kernelInitializer: '${sister}'`);
    const nominal = (name === 'heNormal' ? 2 : 1) / 400;
    // four standard errors of a variance of 160,000 numbers, √(2/N)
    const tolerance = 4 * Math.sqrt(2 / 160_000);
    const drawn = (initializer: typeof name | typeof sister) =>
      varianceOf(tf.initializers[initializer]({ seed: 1 }).apply([400, 400])) / nominal;
    expect(Math.abs(drawn(name) - 0.773741304)).toBeLessThan(tolerance);
    expect(Math.abs(drawn(sister) - 1)).toBeLessThan(tolerance);
  },
);

test('a chain of heNormal relu layers loses the gradient by 0.774 per layer, and the advice names layer and change', async () => {
  const layers = Array.from({ length: 30 }, (_, index) =>
    tf.layers.dense({
      units: 64,
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: index + 1 }),
      name: `dense_${index + 1}`,
      ...(index === 0 ? { inputShape: [64] } : {}),
    }),
  );
  const model = tf.sequential({ layers: [...layers, tf.layers.dense({ units: 4, kernelInitializer: 'glorotUniform' })] });
  const report = await probe(model, {
    inputs: tf.randomNormal([32, 64], 0, 1, 'float32', 1),
    targets: tf.randomNormal([32, 4], 0, 1, 'float32', 2),
    loss: 'meanSquaredError',
  });
  expect(report.verdict.kind).toBe('vanishing');
  expect(report.verdict.advice[0]).toEqual({
    layer: 'dense_1',
    change: "kernelInitializer: 'heUniform'; the same in 29 more layers",
    why: 'dense_1 uses heNormal (kernelInitializer), which tfjs draws with 77 % of its variance',
    expected: 'the squared gradient is no longer multiplied by 0.774 at this layer',
  });
  const gains = report.measured.layers.map(({ weights }) => weights.gain ?? Number.NaN);
  // four standard errors over 30 matrices of 4096 numbers
  expect(Math.abs(gains.reduce((sum, gain) => sum + gain, 0) / 60 - 0.7737)).toBeLessThan(4 * Math.sqrt(2 / (30 * 4096)));
});

test('lstm and gru have hard gates, half-open forget gates and joint orthogonal matrices', () => {
  expect(found(tf.layers.lstm({ units: 3, kernelInitializer: 'glorotUniform' }))).toEqual([
    'hard-sigmoid-gates',
    'joint-orthogonal',
    'no-forget-bias',
  ]);
  expect(found(tf.layers.gru({ units: 3, kernelInitializer: 'glorotUniform' }))).toEqual([
    'hard-sigmoid-gates',
    'joint-orthogonal',
  ]);
});

test.each([
  [{}, 0.5],
  [{ unitForgetBias: true }, 0.7],
  [{ unitForgetBias: true, recurrentActivation: 'sigmoid' as const }, 1 / (1 + Math.exp(-1))],
])('an lstm of zero weights and %o keeps %d of its cell per step', (more, kept) => {
  const zeros = { kernelInitializer: 'zeros' as const, recurrentInitializer: 'zeros' as const };
  const layer = tf.layers.lstm({ units: 3, inputShape: [9, 2], ...zeros, ...more });
  tf.sequential({ layers: [layer] });
  const cell = (layer as unknown as ForeignLayer).cell as ForeignCell;
  // [h, h, c] of h = 0 and c = 1
  const [, , c] = cell.call([tf.zeros([1, 2]), tf.zeros([1, 3]), tf.ones([1, 3])], {}) as tf.Tensor[];
  expect(c?.dataSync()[0]).toBeCloseTo(kept, 6);
});

test('each gate of an orthogonal lstm has a quarter of the variance, and the advised gain mends it', () => {
  const [finding] = examine(patient(tf.layers.lstm({ units: 16, kernelInitializer: 'glorotUniform' }))).filter(
    ({ trap }) => trap === 'joint-orthogonal',
  );
  expect(finding?.change).toContain('gain: 2.000');
  const gateVariance = (gain: number): number =>
    16 *
    (tf
      .mean(tf.square(tf.initializers.orthogonal({ gain, seed: 1 }).apply([16, 64]).slice([0, 0], [16, 16])))
      .dataSync()[0] as number);
  // four standard errors of a mean of 256 squares
  expect(Math.abs(gateVariance(1) - 0.25)).toBeLessThan(0.25 * 4 * Math.sqrt(2 / 256));
  expect(Math.abs(gateVariance(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 256));
});

test('ε of 0.001 damps a variance of 0.001 by half', () => {
  const layer = tf.layers.batchNormalization({ name: 'bn' });
  const inputs = tf.randomNormal([4000, 2], 0, Math.sqrt(1e-3), 'float32', 1);
  const measured = varianceOf(layer.apply(inputs, { training: true }) as tf.Tensor);
  expect(measured).toBeCloseTo(0.5, 1);
  expect(examine(patient(layer, { inputVariance: 1e-3 }))[0]?.problem).toContain('it leaves 50 % of the variance');
  expect(found(layer, { inputVariance: 1 })).toEqual([]);
});

test('a bound of zero is replaced', () => {
  const initializer = tf.initializers.randomUniform({ minval: 0, maxval: 1, seed: 1 });
  expect(initializer.apply([2000]).min().dataSync()[0]).toBeLessThan(0);
  expect(found(tf.layers.dense({ units: 2, kernelInitializer: initializer }))).toEqual(['zero-bound']);
  expect(found(tf.layers.dense({ units: 2, kernelInitializer: 'randomUniform' }))).toEqual([]);
});

test('dropout with a seed repeats its mask', () => {
  const masks = (layer: tf.layers.Layer): readonly number[][] =>
    [1, 2].map(() => [...(layer.apply(tf.ones([1, 200]), { training: true }) as tf.Tensor).dataSync()]);
  const [seeded, free] = [tf.layers.dropout({ rate: 0.5, seed: 3 }), tf.layers.dropout({ rate: 0.5 })];
  const [one, other] = masks(seeded);
  expect(one).toEqual(other);
  expect(found(seeded)).toEqual(['seeded-dropout']);
  const [first, second] = masks(free);
  expect(first).not.toEqual(second);
});

test('cross-entropy by name on a linear output has no gradient outside of 0 … 1', async () => {
  const layer = tf.layers.dense({ units: 1, inputShape: [1], name: 'scores', kernelInitializer: 'ones' });
  const model = tf.sequential({ layers: [layer] });
  const probed = (x: number) =>
    probe(model, { inputs: tf.tensor2d([[x]]), targets: tf.tensor2d([[1]]), loss: 'binaryCrossentropy' });
  const [outside, inside] = [await probed(-3), await probed(0.4)];
  expect(outside.measured.layers[0]?.signal.log10Rms).toBeNull();
  expect(inside.measured.layers[0]?.signal.log10Rms).not.toBeNull();
  expect(outside.traps.map(({ trap, layer: name }) => [trap, name])).toContainEqual(['logits-as-probabilities', 'scores']);
});
