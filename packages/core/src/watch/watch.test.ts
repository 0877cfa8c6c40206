import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { clipByGlobalNorm } from './clip-optimizer.ts';
import { layersOf } from './foreign-layer.ts';
import type { Finding } from './live/raise-alarms.ts';
import { unwatch, type WatchOptions, watch } from './watch.ts';
import { watchCallback } from './watch-callback.ts';

beforeAll(async () => {
  await useEngine();
});

/** Looks at everything at every step. */
const closely: WatchOptions = { updatesEvery: 1, activationsEvery: 1, histogramsEvery: 1 };
const [x, y] = [() => tf.randomNormal([12, 6, 6, 2], 0, 1, 'float32', 3), () => tf.randomNormal([12, 3], 0, 1, 'float32', 4)];
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });

const network = (optimizer: tf.Optimizer | string = 'sgd'): tf.Sequential => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 6, 2], filters: 4, kernelSize: 3, activation: 'relu', name: 'conv', ...seeded(1) }),
      tf.layers.batchNormalization({ name: 'bn' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 8, activation: 'tanh', name: 'hidden', ...seeded(2) }),
      tf.layers.dense({ units: 3, name: 'out', ...seeded(3) }),
    ],
  });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return model;
};

/** Ways to train, each a few steps. */
const ways: Readonly<Record<string, (model: tf.Sequential) => Promise<unknown>>> = {
  fit: (model) => model.fit(x(), y(), { epochs: 2, batchSize: 4, shuffle: false, verbose: 0 }),
  fitDataset: (model) =>
    model.fitDataset(
      tf.data
        .zip({ xs: tf.data.array(tf.unstack(x())), ys: tf.data.array(tf.unstack(y())) })
        .batch(4) as tf.data.Dataset<tf.TensorContainer>,
      { epochs: 2, verbose: 0 },
    ),
  trainOnBatch: async (model) => {
    for (let step = 0; step < 6; step += 1) await model.trainOnBatch(x(), y());
  },
  minimize: async (model) => {
    const [inputs, targets] = [x(), y()];
    for (let step = 0; step < 6; step += 1)
      model.optimizer.minimize(
        () => tf.losses.meanSquaredError(targets, model.apply(inputs, { training: true }) as tf.Tensor) as tf.Scalar,
      );
  },
  'a loop of its own': async (model) => {
    const [inputs, targets] = [x(), y()];
    for (let step = 0; step < 6; step += 1) {
      const { value, grads } = tf.variableGrads(
        () => tf.losses.meanSquaredError(targets, model.apply(inputs, { training: true }) as tf.Tensor) as tf.Scalar,
        model.trainableWeights.map((weight) => weight.read() as tf.Variable),
      );
      model.optimizer.applyGradients(grads);
      tf.dispose([value, ...Object.values(grads)]);
    }
  },
};
const optimizers = ['sgd', 'momentum', 'adam', 'adamax', 'rmsprop', 'adagrad', 'adadelta'] as const;
const make = (name: (typeof optimizers)[number]): tf.Optimizer =>
  name === 'momentum' ? tf.train.momentum(0.05, 0.9) : tf.train[name](0.05);
const weightsOf = (model: tf.LayersModel): readonly number[] => model.getWeights().flatMap((weight) => [...weight.dataSync()]);

test.for(Object.entries(ways))(
  '%s: weights are the same to the bit with and without a watch, and every step is seen',
  async ([name, train]) => {
    const [watched, free] = [network(make('adam')), network(make('adam'))];
    const watcher = watch(watched, closely);
    await train(watched);
    await train(free);
    expect(weightsOf(watched)).toEqual(weightsOf(free));
    expect(watcher.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { layers, loss, log10GlobalNorm } of watcher.steps) {
      if (name === 'minimize')
        expect(layers.map((layer) => layer.name)).toEqual(expect.arrayContaining(['conv', 'bn', 'hidden', 'out']));
      else expect(layers.map((layer) => layer.name)).toEqual(['conv', 'bn', 'hidden', 'out']);
      expect(loss === null).toBe(name === 'a loop of its own');
      expect(log10GlobalNorm).not.toBeNull();
    }
    watcher.unwatch();
  },
);

test.for(optimizers)('%s: weights are the same to the bit', async (name) => {
  const [watched, free] = [network(make(name)), network(make(name))];
  watch(watched, closely);
  await ways['fit']?.(watched);
  await ways['fit']?.(free);
  expect(weightsOf(watched)).toEqual(weightsOf(free));
});

test('no tensor is left, and unwatch gives everything back', async () => {
  const model = network('adam');
  await ways['fit']?.(model);
  const { optimizer } = model;
  const [keys, layers] = [Object.keys(optimizer), layersOf(model).map(({ layer }) => Object.keys(layer))];
  const batch = [x(), y()] as const;
  const tensors = tf.memory().numTensors;
  const watcher = watch(model, closely);
  for (let step = 0; step < 3; step += 1) await model.trainOnBatch(...batch);
  // a pass forward that no step follows
  for (let pass = 0; pass < 9; pass += 1)
    tf.tidy(() => void tf.variableGrads(() => tf.mean(model.apply(batch[0], { training: true }) as tf.Tensor) as tf.Scalar));
  watcher.unwatch();
  watcher.unwatch();
  expect(tf.memory().numTensors).toBe(tensors);
  expect(Object.getOwnPropertyNames(optimizer)).toEqual(keys);
  expect(layersOf(model).map(({ layer }) => Object.getOwnPropertyNames(layer))).toEqual(layers);
  expect(Object.hasOwn(model, 'compile')).toBe(false);
  await model.trainOnBatch(...batch);
  expect(watcher.steps.length).toBe(3);
});

test('norms, ratios, dead units and histograms are those of the gradients and the weights', async () => {
  const model = network(make('sgd'));
  const before = model.layers.map((layer) => layer.getWeights().map((weight) => [...weight.dataSync()]));
  const watcher = watch(model, closely);
  await model.trainOnBatch(x(), y());
  watcher.unwatch();
  const [step] = watcher.steps;
  const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, one) => sum + one * one, 0));
  for (const [index, layer] of model.layers.entries()) {
    const seen = step?.layers.find(({ name }) => name === layer.name);
    if (seen === undefined || layer.name === 'bn') continue;
    const after = layer.getWeights().map((weight) => [...weight.dataSync()]);
    const moved = after.map((values, weight) =>
      values.map((value, entry) => value - (before[index]?.[weight]?.[entry] as number)),
    );
    const [kernel, bias] = moved as [number[], number[]];
    // sgd at 0.05 moves by the gradient times that; a difference of weights is good to 2⁻²⁴ of them
    expect(10 ** (seen.gradient.log10Norm ?? Number.NaN)).toBeCloseTo(norm([...kernel, ...bias]) / 0.05, 4);
    expect(seen.log10UpdateRatio).toBeCloseTo(Math.log10(norm(kernel) / norm(before[index]?.[0] ?? [])), 4);
    expect(seen.histograms?.weight.counts.reduce((sum, count) => sum + count, seen.histograms.weight.zero)).toBe(
      kernel.length + bias.length,
    );
  }
  expect(step?.activations?.map(({ layer }) => layer)).toEqual(['conv', 'hidden']);
  expect(step?.activations?.[0]).toMatchObject({ saturated: 0 });
});

test('watching twice is harmless: the same watcher, every listener told once, whichever of the two is named', async () => {
  const model = network();
  const [once, twice] = [[] as number[], [] as number[]];
  const watcher = watch(model, { onStep: ({ step }) => once.push(step) });
  expect(watch(model, { onStep: ({ step }) => twice.push(step) })).toBe(watcher);
  expect(watch(model.optimizer)).toBe(watcher);
  await model.trainOnBatch(x(), y());
  expect([once, twice]).toEqual([[1], [1]]);
  unwatch(model.optimizer);
  await model.trainOnBatch(x(), y());
  expect(once).toEqual([1]);
});

test('a model that is compiled later, or again, is watched from then on', async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], name: 'only' })] });
  const watcher = watch(model);
  const batch = [tf.ones([2, 2]), tf.ones([2, 1])] as const;
  for (const optimizer of ['sgd', 'adam']) {
    model.compile({ optimizer, loss: 'meanSquaredError' });
    await model.trainOnBatch(...batch);
  }
  expect(watcher.steps.map(({ step }) => step)).toEqual([1, 2]);
  watcher.unwatch();
});

test('an optimizer alone names variables, and tells missing from zero', () => {
  const [used, unused] = [tf.variable(tf.ones([2]), true, 'used'), tf.variable(tf.ones([2]), true, 'unused')];
  const optimizer = tf.train.sgd(0.1);
  const { steps, unwatch: end } = watch(optimizer);
  optimizer.applyGradients([
    { name: used.name, tensor: tf.zeros([2]) },
    { name: unused.name, tensor: undefined as unknown as tf.Tensor },
  ]);
  end();
  expect(steps[0]?.layers.map(({ name, gradient }) => [name, gradient.kind])).toEqual([
    ['used', 'zero'],
    ['unused', 'missing'],
  ]);
});

test('gradients whose squares float32 does not hold have a norm', () => {
  const variable = tf.variable(tf.ones([2]));
  const optimizer = tf.train.sgd(0);
  const { steps, unwatch: end } = watch(optimizer);
  for (const size of [1e-30, 1e30])
    optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor1d([3 * size, 4 * size]) }]);
  end();
  expect(steps.map(({ log10GlobalNorm }) => log10GlobalNorm)).toEqual([
    expect.closeTo(Math.log10(5) - 30, 6),
    expect.closeTo(Math.log10(5) + 30, 6),
  ]);
});

/** A training that goes wrong in a way that has a name. */
const deep = (activation: 'sigmoid' | 'tanh' | 'relu', optimizer: tf.Optimizer, more: object = {}): tf.Sequential => {
  const model = tf.sequential({
    layers: [
      ...Array.from({ length: 8 }, (_, index) =>
        tf.layers.dense({
          units: 16,
          activation,
          name: `layer_${index + 1}`,
          ...seeded(index + 1),
          ...(index === 0 ? { inputShape: [8] } : {}),
          ...more,
        }),
      ),
      tf.layers.dense({ units: 1, name: 'out', ...seeded(99) }),
    ],
  });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return model;
};

const troubles: readonly {
  readonly alarm: string;
  readonly model: () => tf.Sequential;
  readonly targets?: number;
  readonly layer: string | null;
}[] = [
  { alarm: 'vanishing', model: () => deep('sigmoid', tf.train.sgd(1e-3)), layer: 'layer_1' },
  {
    alarm: 'dead',
    model: () => deep('relu', tf.train.sgd(0.1), { biasInitializer: tf.initializers.constant({ value: -50 }) }),
    layer: 'layer_1',
  },
  {
    alarm: 'saturated',
    model: () => deep('tanh', tf.train.sgd(0.1), { kernelInitializer: tf.initializers.randomNormal({ stddev: 30, seed: 1 }) }),
    layer: 'layer_1',
  },
  { alarm: 'stalled', model: () => deep('tanh', tf.train.sgd(1e-12)), layer: null },
  { alarm: 'not-a-number', model: () => deep('tanh', tf.train.sgd(0.1)), targets: Number.NaN, layer: 'out' },
];

test.for(troubles)(
  '$alarm is raised once, names layer and step, and cools down',
  async ({ alarm, model: build, targets = 1, layer }) => {
    const model = build();
    const heard: Finding[] = [];
    const watcher = watch(model, { ...closely, coolDown: 5, onFinding: (finding) => heard.push(finding) });
    const batch = [tf.randomNormal([16, 8], 0, 1, 'float32', 1), tf.fill([16, 1], targets)] as const;
    for (let step = 0; step < 12; step += 1) await model.trainOnBatch(...batch);
    watcher.unwatch();
    const raised = heard.filter((finding) => finding.alarm === alarm && finding.layer === layer);
    expect(raised[0]).toMatchObject({ step: expect.any(Number), message: expect.stringContaining(`step ${raised[0]?.step}`) });
    for (const [index, { step }] of raised.slice(1).entries()) expect(step - (raised[index]?.step ?? 0)).toBe(6);
    expect(raised.length).toBeGreaterThan(1);
    expect(watcher.findings).toEqual(heard);
  },
);

test('exploding is told from a training that merely goes on', () => {
  const variable = tf.variable(tf.ones([1, 2]), true, 'recurrent');
  const optimizer = clipByGlobalNorm(tf.train.sgd(0.1), 1);
  const watcher = watch(optimizer);
  for (let step = 1; step <= 30; step += 1)
    optimizer.applyGradients([{ name: variable.name, tensor: tf.fill([1, 2], step === 20 ? 500 : 1 + (step % 3)) }]);
  watcher.unwatch();
  expect(watcher.findings).toEqual([
    { alarm: 'exploding', step: 20, layer: 'recurrent', message: expect.stringContaining('times as long as usual at step 20') },
  ]);
});

test('a healthy training raises nothing', async () => {
  const model = network(make('adam'));
  const watcher = watch(model, closely);
  await ways['fit']?.(model);
  watcher.unwatch();
  expect(watcher.findings).toEqual([]);
});

test('findings can be waited for, and the waiting ends with the watch', async () => {
  const model = deep('tanh', tf.train.sgd(0.1));
  const watcher = watch(model);
  const collected = (async () => {
    const all: string[] = [];
    for await (const { alarm } of watcher) all.push(alarm);
    return all;
  })();
  await model.trainOnBatch(tf.ones([2, 8]), tf.fill([2, 1], Number.NaN));
  watcher.unwatch();
  expect(await collected).toEqual(['not-a-number']);
});

test('as a callback it watches from the beginning of a training to its end', async () => {
  const model = deep('tanh', tf.train.sgd(0.1));
  const callback = watchCallback();
  await model.fit(tf.ones([4, 8]), tf.fill([4, 1], Number.NaN), { epochs: 3, verbose: 0, callbacks: callback });
  expect(callback.findings.map(({ alarm, layer }) => [alarm, layer])).toEqual([['not-a-number', 'out']]);
  expect(Object.hasOwn(model.optimizer, 'applyGradients')).toBe(false);
  const found: string[] = [];
  for await (const { alarm } of callback) found.push(alarm);
  expect(found).toEqual(['not-a-number']);
});

test('what can be watched is said where something else is given', () => {
  expect(() => watch({} as tf.Optimizer)).toThrow('watch takes a tf.LayersModel or an optimizer, given was object');
});
