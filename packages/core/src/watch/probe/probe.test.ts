import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { layersOf } from '../foreign-layer.ts';
import { probe } from './probe.ts';
import type { ProbedLayer, ProbeReport } from './probe-report.ts';

beforeAll(async () => {
  await useEngine();
});

const normal = (shape: number[], seed: number): tf.Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed);
const dense = (units: number, more: object = {}) =>
  tf.layers.dense({ units, kernelInitializer: tf.initializers.glorotUniform({ seed: 3 + units }), ...more });
const apply = (layer: { apply: (x: never) => unknown }, x: unknown): tf.SymbolicTensor =>
  layer.apply(x as never) as tf.SymbolicTensor;
const rowsOf = ({ measured }: ProbeReport): readonly ProbedLayer[] => [
  ...measured.layers,
  ...(measured.readout === null ? [] : [measured.readout]),
];

/** Somebody's own layer: y = x · sin(x · w), with a weight per feature. */
class Wave extends tf.layers.Layer {
  static readonly className = 'Wave';
  #weight: tf.LayerVariable | null = null;
  override build(shape: tf.Shape | tf.Shape[]): void {
    this.#weight = this.addWeight('wave', [shape.at(-1) as number], 'float32', tf.initializers.ones());
    super.build(shape);
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs;
    return tf.mul(x, tf.sin(tf.mul(x, this.#weight?.read() as tf.Tensor)));
  }
}

interface Kind {
  readonly title: string;
  readonly build: () => { readonly model: tf.LayersModel; readonly inputs: tf.Tensor[]; readonly targets: tf.Tensor[] };
  readonly rows: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    title: 'convolutions, batch norm, pooling and dropout',
    rows: ['conv', 'bn', 'conv_2', 'out'],
    build: () => {
      const model = tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [8, 8, 3], filters: 4, kernelSize: 3, name: 'conv', padding: 'same' }),
          tf.layers.batchNormalization({ name: 'bn' }),
          tf.layers.activation({ activation: 'relu', name: 'relu_behind' }),
          tf.layers.maxPooling2d({ poolSize: 2 }),
          tf.layers.conv2d({ filters: 5, kernelSize: 3, activation: 'elu', name: 'conv_2' }),
          tf.layers.flatten(),
          tf.layers.dropout({ rate: 0.5, seed: 3 }),
          dense(2, { name: 'out', activation: 'softmax' }),
        ],
      });
      model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
      return { model, inputs: [normal([6, 8, 8, 3], 1)], targets: [tf.oneHot([0, 1, 0, 1, 1, 0], 2).toFloat()] };
    },
  },
  {
    title: 'branches, a shared layer, two inputs and two outputs, regularizers',
    rows: ['shared', 'shared#2', 'left', 'out_a', 'out_b'],
    build: () => {
      const [a, b] = [tf.input({ shape: [5], name: 'a' }), tf.input({ shape: [5], name: 'b' })];
      const shared = dense(6, { activation: 'tanh', name: 'shared', kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }) });
      const [one, other] = [apply(shared, a), apply(shared, b)];
      const left = apply(dense(6, { activation: 'sigmoid', name: 'left' }), one);
      const sum = apply(tf.layers.add(), [left, other]);
      const outputs = [apply(dense(3, { name: 'out_a' }), sum), apply(dense(1, { name: 'out_b' }), other)];
      const model = tf.model({ inputs: [a, b], outputs });
      model.compile({ optimizer: 'sgd', loss: ['meanSquaredError', 'meanAbsoluteError'] });
      return { model, inputs: [normal([4, 5], 1), normal([4, 5], 2)], targets: [normal([4, 3], 3), normal([4, 1], 4)] };
    },
  },
  {
    title: 'embedding, recurrence both ways, layer norm',
    rows: ['words', 'both', 'memory', 'ln', 'out'],
    build: () => {
      const model = tf.sequential({
        layers: [
          tf.layers.embedding({ inputDim: 9, outputDim: 4, inputLength: 7, name: 'words' }),
          tf.layers.bidirectional({
            layer: tf.layers.gru({ units: 3, returnSequences: true }) as tf.RNN,
            mergeMode: 'concat',
            name: 'both',
          }),
          tf.layers.lstm({ units: 5, name: 'memory', unitForgetBias: true, recurrentActivation: 'sigmoid' }),
          tf.layers.layerNormalization({ name: 'ln' }),
          dense(1, { name: 'out' }),
        ],
      });
      model.compile({ optimizer: tf.train.rmsprop(0.01), loss: 'meanSquaredError' });
      return { model, inputs: [tf.randomUniform([3, 7], 0, 9, 'int32', 1)], targets: [normal([3, 1], 2)] };
    },
  },
  {
    title: 'a model in a model, and a layer of its own',
    rows: ['inner/first', 'inner/wave', 'out'],
    build: () => {
      const inner = tf.sequential({
        name: 'inner',
        layers: [dense(4, { inputShape: [3], activation: 'softplus', name: 'first' }), new Wave({ name: 'wave' })],
      });
      const model = tf.sequential({ layers: [inner, dense(2, { name: 'out' })] });
      model.compile({ optimizer: tf.train.momentum(0.1, 0.9), loss: 'meanSquaredError' });
      return { model, inputs: [normal([5, 3], 1)], targets: [normal([5, 2], 2)] };
    },
  },
];

/** log₁₀ of the norm of ∂loss/∂w by `tf.variableGrads`, of the loss that `fit` would minimise. */
const byTape = (model: tf.LayersModel, inputs: tf.Tensor[], targets: tf.Tensor[]): ReadonlyMap<string, number> => {
  const compiled = model as unknown as { lossFunctions?: ((y: tf.Tensor, p: tf.Tensor) => tf.Tensor)[]; model?: tf.LayersModel };
  const losses =
    compiled.lossFunctions ??
    (compiled.model as unknown as { lossFunctions: ((y: tf.Tensor, p: tf.Tensor) => tf.Tensor)[] }).lossFunctions;
  const { grads } = tf.variableGrads(() => {
    const outputs = [model.call(inputs, { training: true })].flat();
    const parts = losses.map((loss, index) => tf.mean(loss(targets[index] as tf.Tensor, outputs[index] as tf.Tensor)));
    return [...parts, ...model.calculateLosses()].reduce((sum, part) => tf.add(sum, part)) as tf.Scalar;
  });
  return new Map(
    Object.entries(grads).map(([name, grad]) => [
      name,
      Math.log10([...grad.dataSync()].reduce((sum, one) => sum + one * one, 0)) / 2,
    ]),
  );
};

test.for(kinds)('$title: weight gradients are those of tf.variableGrads, to the last digits', async ({ build, rows }) => {
  const { model, inputs, targets } = build();
  const report = await probe(model, { inputs, targets });
  expect(
    rowsOf(report)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...rows].sort());
  const expected = byTape(model, inputs, targets);
  for (const { parameters } of rowsOf(report))
    for (const { name, log10GradientNorm, isTrainable } of parameters.filter(
      (one) => one.isTrainable && expected.has(one.name),
    )) {
      expect(isTrainable).toBe(true);
      const size = expected.get(name) as number;
      // the same operations but fused ones, whose sums are rounded in another order
      if (Number.isFinite(size)) expect(Math.abs((log10GradientNorm ?? Number.NaN) - size)).toBeLessThan(1e-5);
      else expect(log10GradientNorm).toBeNull();
    }
});

test.for(kinds)('$title: the model is as before, and no tensor is left', async ({ build }) => {
  const { model, inputs, targets } = build();
  const before = layersOf(model).map(({ layer }) => ({
    keys: Object.keys(layer).sort(),
    activation: layer.activation,
    call: layer.call,
  }));
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  await probe(model, { inputs, targets });
  const tensors = tf.memory().numTensors;
  await probe(model, { inputs, targets });
  expect(tf.memory().numTensors).toBe(tensors);
  expect(model.getWeights().map((weight) => [...weight.dataSync()])).toEqual(weights);
  for (const [index, { layer }] of layersOf(model).entries()) {
    expect(Object.keys(layer).sort()).toEqual(before[index]?.keys);
    expect(Object.hasOwn(layer, 'call')).toBe(false);
    expect(layer.activation).toBe(before[index]?.activation);
  }
});

test('the signal is ∂loss/∂z: adding a number to a pre-activation changes the loss by it (finite differences)', async () => {
  const rate = 1e-2;
  const model = tf.sequential({
    layers: [dense(4, { inputShape: [3], activation: 'tanh' }), dense(4, { activation: 'tanh' }), dense(2)],
  });
  const [inputs, targets] = [normal([1, 3], 1), normal([1, 2], 2)];
  const { measured } = await probe(model, { inputs, targets, loss: 'meanSquaredError' });
  const loss = (): number =>
    tf.tidy(() => tf.metrics.meanSquaredError(targets, model.apply(inputs) as tf.Tensor).dataSync()[0] as number);
  for (const [row, layer] of model.layers.slice(0, 2).entries()) {
    // with one example, a bias moves a pre-activation and nothing else
    const bias = layer.weights[1]?.read() as tf.Variable;
    const slopes = [0, 1, 2, 3].map((unit) => {
      const nudge = tf.oneHot(unit, 4).toFloat().mul(rate);
      bias.assign(nudge as tf.Tensor1D);
      const above = loss();
      bias.assign(nudge.neg() as tf.Tensor1D);
      return (above - loss()) / (2 * rate);
    });
    bias.assign(tf.zeros([4]));
    const rms = Math.sqrt(slopes.reduce((sum, slope) => sum + slope * slope, 0) / 4);
    // the third derivative costs h²/6 ≈ 2e-5, float32 in the loss 2⁻²⁴/h ≈ 6e-6
    expect(10 ** (measured.layers[row]?.signal.log10Rms ?? Number.NaN)).toBeCloseTo(rms, 3);
  }
});

test('a gradient of 1e-57 is reported as such, and as one that float32 would not hold', async () => {
  const layers = Array.from({ length: 80 }, (_, index) =>
    dense(16, { activation: 'sigmoid', ...(index === 0 ? { inputShape: [16] } : {}) }),
  );
  const model = tf.sequential({ layers: [...layers, dense(4)] });
  const report = await probe(model, { inputs: normal([8, 16], 1), targets: normal([8, 4], 2), loss: 'meanSquaredError' });
  const { layers: rows, decadesPerLayer } = report.measured;
  const [first] = rows;
  expect(first?.signal.log10Rms).toBeLessThan(-45);
  expect(first?.counts).toMatchObject({ entries: 128, underflow: 128, zero: 0, nan: 0, inf: 0 });
  expect(report.verdict.kind).toBe('vanishing');
  expect(report.verdict.headline).toContain('In float32 training it is exactly zero');
  // E φ′² σ_w² by the measured slopes and weights is what the gradient does: two ways to the same number
  const factor =
    rows
      .slice(1)
      .reduce(
        (sum, { weights }, index) => sum + Math.log10((rows[index]?.activation.slopeSecondMoment ?? 0) * (weights.gain ?? 0)) / 2,
        0,
      ) / 79;
  expect(Math.abs((decadesPerLayer.value ?? 0) + -factor)).toBeLessThan(0.05);
  expect(report.verdict.advice[0]).toMatchObject({
    layer: expect.stringMatching(/^dense/),
    change: expect.stringContaining("'relu'"),
  });
});

test('a recurrent layer has a profile over time, whose last step is its output', async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.simpleRNN({
        units: 4,
        inputShape: [30, 2],
        name: 'rnn',
        recurrentInitializer: tf.initializers.orthogonal({ gain: 0.5, seed: 1 }),
      }),
      dense(1),
    ],
  });
  const report = await probe(model, { inputs: normal([3, 30, 2], 1), targets: normal([3, 1], 2), loss: 'meanSquaredError' });
  const [memory] = report.memories;
  expect(memory?.measured.layers.map(({ name }) => name).slice(0, 2)).toEqual(['step 1', 'step 2']);
  expect(memory?.measured.layers.at(-1)?.signal).toEqual(report.measured.layers[0]?.signal);
  // an orthogonal matrix times 0.5 halves the gradient at least
  expect(memory?.measured.decadesPerLayer.value).toBeLessThan(Math.log10(0.5));
  expect(report.verdict.kind).toBe('vanishing');
  expect(report.chains[0]).toMatchObject({ recurrent: 'rnn' });
});

test('of several ways the worst is judged: a dead branch beside a healthy one', async () => {
  const input = tf.input({ shape: [4] });
  const good = apply(dense(4, { activation: 'tanh', name: 'good' }), input);
  const dead = apply(
    dense(4, { activation: 'relu', name: 'dead', biasInitializer: tf.initializers.constant({ value: -100 }) }),
    input,
  );
  const sum = apply(tf.layers.add(), [apply(dense(4, { name: 'after_good', activation: 'tanh' }), good), dead]);
  const model = tf.model({ inputs: input, outputs: apply(dense(1, { name: 'out' }), sum) });
  const { verdict, chains } = await probe(model, {
    inputs: normal([8, 4], 1),
    targets: normal([8, 1], 2),
    loss: 'meanSquaredError',
  });
  expect(chains.map(({ rows, kind }) => [rows, kind])).toEqual([
    [['dead'], 'dead'],
    [['good', 'after_good'], 'healthy'],
  ]);
  expect(verdict.kind).toBe('dead');
  expect(verdict.advice[0]?.layer).toBe('dead');
});

test('a convolutional net is not called vanishing because its maps are larger than its vectors', async () => {
  const he = { kernelInitializer: 'heUniform' as const, activation: 'relu' as const, padding: 'same' as const };
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [24, 24, 2], filters: 16, kernelSize: 3, ...he }),
      tf.layers.conv2d({ filters: 16, kernelSize: 3, strides: 2, ...he }),
      tf.layers.conv2d({ filters: 16, kernelSize: 3, strides: 2, ...he }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 32, kernelInitializer: 'heUniform', activation: 'relu' }),
      tf.layers.dense({ units: 3 }),
    ],
  });
  const { verdict, measured } = await probe(model, {
    inputs: normal([16, 24, 24, 2], 1),
    targets: normal([16, 3], 2),
    loss: 'meanSquaredError',
  });
  const [first, last] = [measured.layers[0], measured.layers.at(-1)];
  expect((first?.signal.log10Rms ?? 0) - (last?.signal.log10Rms ?? 0)).toBeLessThan(-0.65);
  expect(verdict.kind).toBe('healthy');
  expect(verdict.evidence).toContain('layers differ in size, so they are compared by the norm over all units and not per unit');
});

test('a hand-written network taps what a model would show', async () => {
  const [w, v] = [tf.variable(normal([3, 4], 1)), tf.variable(normal([4, 1], 2))];
  const [x, y] = [normal([5, 3], 3), normal([5, 1], 4)];
  const layers = [
    tf.layers.dense({ units: 4, inputShape: [3], useBias: false, activation: 'tanh' }),
    tf.layers.dense({ units: 1, useBias: false }),
  ] as const;
  const model = tf.sequential({ layers: [...layers] });
  model.setWeights([w, v]);
  const before = tf.memory().numTensors;
  const report = await probe(
    (tap) => tf.losses.meanSquaredError(y, tap('out', tf.matMul(tf.tanh(tap('hidden', tf.matMul(x, w))), v))) as tf.Scalar,
    [w, v],
    { hidden: { activation: 'tanh', weights: w }, out: { weights: [v] } },
  );
  expect(tf.memory().numTensors).toBe(before);
  const theirs = rowsOf(await probe(model, { inputs: x, targets: y, loss: 'meanSquaredError' }));
  for (const [index, row] of rowsOf(report).entries()) {
    expect(row.signal.log10Rms).toBeCloseTo(theirs[index]?.signal.log10Rms ?? Number.NaN, 5);
    expect(row.gradient.log10Norm).toBeCloseTo(theirs[index]?.gradient.log10Norm ?? Number.NaN, 5);
    expect(row.update.log10Ratio).toBeCloseTo(theirs[index]?.update.log10Ratio ?? Number.NaN, 5);
    expect(row.activation.slopeSecondMoment).toBeCloseTo(theirs[index]?.activation.slopeSecondMoment ?? Number.NaN, 5);
    expect(row.activation.variance).toBeCloseTo(theirs[index]?.activation.variance ?? Number.NaN, 5);
  }
  expect(rowsOf(report).map(({ name }) => name)).toEqual(['hidden', 'out']);
});

test('advice on a gradient that grows does not make it larger', async () => {
  const layers = Array.from({ length: 20 }, (_, index) =>
    tf.layers.dense({
      units: 32,
      activation: 'relu',
      kernelInitializer: tf.initializers.varianceScaling({ scale: 6, mode: 'fanIn', distribution: 'normal', seed: index + 1 }),
      name: `grows_${index + 1}`,
      ...(index === 0 ? { inputShape: [32] } : {}),
    }),
  );
  const model = tf.sequential({ layers: [...layers, dense(1)] });
  const { verdict } = await probe(model, { inputs: normal([16, 32], 1), targets: normal([16, 1], 2), loss: 'meanSquaredError' });
  expect(verdict.kind).toBe('exploding');
  expect(verdict.advice.map(({ layer, change }) => [layer, change])).toEqual([
    [expect.stringMatching(/^grows_/), expect.stringMatching(/varianceScaling\(\{ scale: [12]\./)],
    [null, 'clipByGlobalNorm(optimizer, 1) of @vanish/core/watch in place of the optimizer'],
  ]);
});

test('an lstm that forgets is told to keep its gates open, and is moved as a layer', async () => {
  const lstm = tf.layers.lstm({ units: 8, inputShape: [60, 2], name: 'forgets', recurrentInitializer: 'glorotUniform' });
  const model = tf.sequential({ layers: [lstm, dense(1)] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const { verdict } = await probe(model, { inputs: normal([4, 60, 2], 1), targets: normal([4, 1], 2) });
  expect(verdict.advice[0]).toMatchObject({ layer: 'forgets', change: 'unitForgetBias: true' });
  expect(verdict.update).toContain('adam at learning rate 0.001 moves forgets by');
  expect(verdict.evidence.filter((fact) => fact.startsWith('weight gradient'))).toEqual([]);
});

test('weights of a tap that nobody names are those that it is made of', async () => {
  const [w, b, v] = [normal([3, 4], 1), normal([4], 2), normal([4, 1], 3)].map((values) => tf.variable(values)) as [
    tf.Variable,
    tf.Variable,
    tf.Variable,
  ];
  const x = normal([5, 3], 4);
  const report = await probe(
    (tap) => tf.mean(tf.square(tap('out', tf.matMul(tf.relu(tap('hidden', tf.add(tf.matMul(x, w), b))), v)))) as tf.Scalar,
    [w, b, v],
    { hidden: { activation: 'relu' } },
  );
  expect(rowsOf(report).map(({ name, parameters }) => [name, parameters.map((one) => one.name)])).toEqual([
    ['hidden', [w.name, b.name]],
    ['out', [v.name]],
  ]);
  expect(report.verdict.kind).toBe('healthy');
});

test('a branch that learns nothing, such as a frozen embedding, is not called tiny', async () => {
  const [words, numbers] = [tf.input({ shape: [4] }), tf.input({ shape: [3] })];
  const frozen = apply(tf.layers.embedding({ inputDim: 9, outputDim: 2, trainable: false, name: 'frozen' }), words);
  const hidden = apply(dense(8, { activation: 'tanh', name: 'hidden' }), numbers);
  const both = apply(tf.layers.concatenate(), [apply(tf.layers.flatten(), frozen), hidden]);
  const model = tf.model({ inputs: [words, numbers], outputs: apply(dense(1, { name: 'out' }), both) });
  const { verdict } = await probe(model, {
    inputs: [tf.randomUniform([6, 4], 0, 9, 'int32', 1), normal([6, 3], 2)],
    targets: normal([6, 1], 3),
    loss: 'meanSquaredError',
  });
  expect(verdict.kind).toBe('healthy');
});

test('what is frozen or detached is said, and is not called zero', async () => {
  const input = tf.input({ shape: [3] });
  const frozen = dense(3, { name: 'frozen', trainable: false, activation: 'tanh' });
  const hidden = apply(dense(3, { name: 'hidden', activation: 'tanh' }), apply(frozen, input));
  const model = tf.model({
    inputs: input,
    outputs: [apply(dense(1, { name: 'used' }), hidden), apply(dense(1, { name: 'unused' }), hidden)],
  });
  const report = await probe(model, {
    inputs: normal([4, 3], 1),
    targets: [normal([4, 1], 2), normal([4, 1], 3)],
    loss: ['meanSquaredError', (_target, prediction) => tf.tensor(prediction.dataSync(), prediction.shape)],
  });
  const row = (name: string) => rowsOf(report).find((one) => one.name === name);
  expect(row('frozen')).toMatchObject({ isFrozen: true, isConnected: true, update: { log10Ratio: null } });
  expect(row('frozen')?.gradient.log10Norm).not.toBeNull();
  expect(row('unused')).toMatchObject({ isConnected: false, signal: { log10Rms: null } });
  expect(report.verdict.evidence).toEqual(
    expect.arrayContaining([expect.stringContaining('frozen is frozen'), expect.stringContaining('unused is detached')]),
  );
});
