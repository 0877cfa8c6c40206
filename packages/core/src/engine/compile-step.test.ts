import type { LayersModel, Optimizer, Scalar, Tensor } from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileStep } from './compile-step.ts';
import { useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf, binding } = engine;
const numbersOf = (tensor: Tensor): readonly number[] => [...tensor.dataSync()];

/** A model to train, batches for it, and how its answer is judged. */
interface Patient {
  readonly build: () => LayersModel;
  readonly batch: (size: number, seed: number) => readonly [Tensor, Tensor];
}

const classes = 3;
const oneHot = (size: number, seed: number): Tensor =>
  tf.oneHot(tf.cast(tf.randomUniform([size], 0, classes, 'float32', seed), 'int32'), classes).toFloat();
const normal = (shape: number[], seed: number): Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed);
const words = (shape: number[], seed: number): Tensor => tf.cast(tf.randomUniform(shape, 0, 20, 'float32', seed), 'int32');

const patients: Readonly<Record<string, Patient>> = {
  'mlp with dropout': {
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.dense({ units: 16, activation: 'relu', inputShape: [8] }),
          tf.layers.dropout({ rate: 0.3 }),
          tf.layers.dense({ units: 16, activation: 'tanh' }),
          tf.layers.layerNormalization(),
          tf.layers.dense({ units: classes }),
        ],
      }),
    batch: (size, seed) => [normal([size, 8], seed), oneHot(size, seed + 1)],
  },
  'mlp with noise': {
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.gaussianNoise({ stddev: 0.15, inputShape: [8] }),
          tf.layers.dense({ units: 16, activation: 'selu' }),
          tf.layers.alphaDropout({ rate: 0.1 }),
          tf.layers.dense({ units: 16, activation: 'relu' }),
          tf.layers.gaussianDropout({ rate: 0.3 }),
          tf.layers.dense({ units: classes }),
        ],
      }),
    batch: (size, seed) => [normal([size, 8], seed), oneHot(size, seed + 1)],
  },
  'conv net with batch norm': {
    build: () => {
      const input = tf.input({ shape: [8, 8, 2] });
      const first = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', useBias: false }).apply(input);
      const normed = tf.layers.reLU().apply(tf.layers.batchNormalization().apply(first)) as typeof input;
      const second = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(normed);
      const added = tf.layers.add().apply([normed, second as typeof input]);
      const pooled = tf.layers.maxPooling2d({ poolSize: 2 }).apply(added);
      const flat = tf.layers.flatten().apply(pooled);
      return tf.model({ inputs: input, outputs: tf.layers.dense({ units: classes }).apply(flat) as typeof input });
    },
    batch: (size, seed) => [normal([size, 8, 8, 2], seed), oneHot(size, seed + 1)],
  },
  'lstm with dropout': {
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.lstm({ units: 8, dropout: 0.2, recurrentDropout: 0.2, inputShape: [6, 4] }),
          tf.layers.dense({ units: classes }),
        ],
      }),
    batch: (size, seed) => [normal([size, 6, 4], seed), oneHot(size, seed + 1)],
  },
  'embedding and gru': {
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.embedding({ inputDim: 20, outputDim: 6, inputLength: 5 }),
          tf.layers.gru({ units: 8 }),
          tf.layers.dense({ units: classes }),
        ],
      }),
    batch: (size, seed) => [words([size, 5], seed), oneHot(size, seed + 1)],
  },
};

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  'nesterov momentum': () => tf.train.momentum(0.05, 0.9, true),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.999, 1e-7, 0.01),
  rmsprop: () => tf.train.rmsprop(0.01),
  'centered rmsprop': () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-4, true),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.5),
};

/** `Math.random` as a sequence of its own, so that dropout draws the same twice. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const { random } = Math;

beforeEach(async () => {
  await useEngine(engine.name);
});

afterEach(() => {
  Math.random = random;
  tf.disposeVariables();
});

type Step = (x: Tensor, y: Tensor) => Scalar;

/** What twenty steps leave behind. */
interface Trained {
  readonly losses: readonly number[];
  readonly weights: readonly (readonly number[])[];
  /** Tensors of TensorFlow.js, and of TensorFlow, after each step. */
  readonly held: readonly (readonly [number, number])[];
  readonly iterations: number;
}

/** The step of a model with these weights, or fresh ones. */
const openTraining = (patient: Patient, optimizer: Optimizer, weights: readonly Tensor[] | null) => {
  const model = patient.build();
  if (weights !== null) model.setWeights([...weights]);
  const loss = (x: Tensor, y: Tensor): Scalar => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }) as Tensor);
  const step: Step = (x, y) => optimizer.minimize(() => loss(x, y), true) as Scalar;
  return { model, optimizer, step };
};

const train = ({ model, optimizer }: ReturnType<typeof openTraining>, step: Step, patient: Patient, sizes: readonly number[]) => {
  Math.random = seeded(7);
  const held: [number, number][] = [];
  const losses = sizes.map((size, number) => {
    const batch = tf.tidy(() => [...patient.batch(size, number)]) as [Tensor, Tensor];
    const loss = step(...batch);
    const [value = Number.NaN] = numbersOf(loss);
    tf.dispose([...batch, loss]);
    held.push([tf.memory().numTensors, binding?.getNumOfTensors() ?? 0]);
    return value;
  });
  return { losses, held, weights: model.getWeights().map(numbersOf), iterations: optimizer.iterations };
};

/** The same training twice, as it is and compiled, from the same weights on the same batches with the same random numbers. */
const trainBoth = (patient: Patient, make: () => Optimizer, sizes: readonly number[]) => {
  const plain = openTraining(patient, make(), null);
  const weights = plain.model.getWeights().map((weight) => weight.clone());
  const other = openTraining(patient, make(), weights);
  const eager: Trained = train(plain, plain.step, patient, sizes);
  const compiledStep = compileStep(engine, other.step);
  const graphsBefore = binding?.getNumOfSavedModels() ?? 0;
  const compiled: Trained = train(other, compiledStep, patient, sizes);
  const graphs = (binding?.getNumOfSavedModels() ?? 0) - graphsBefore;
  compiledStep.dispose();
  tf.dispose(weights);
  return { eager, compiled, graphs };
};

describe.each(Object.entries(patients))('%s', (_, patient) => {
  test.each(Object.entries(optimizers))('twenty steps by %s are the same, compiled or not, to the bit', (__, make) => {
    const { eager, compiled, graphs } = trainBoth(patient, make, Array<number>(20).fill(6));
    expect(compiled.losses).toEqual(eager.losses);
    expect(compiled.weights).toEqual(eager.weights);
    expect(compiled.iterations).toBe(20);
    expect(graphs).toBe(binding === null ? 0 : 1);
    expect(new Set(compiled.held.slice(3).map(String)).size, 'no step holds more than the one before').toBe(1);
  });

  test('a smaller last batch has a graph of its own, and all epochs are the same to the bit', () => {
    const sizes = Array.from({ length: 5 }, () => [6, 6, 6, 4]).flat();
    const { eager, compiled, graphs } = trainBoth(patient, () => tf.train.adam(0.01), sizes);
    expect(compiled.losses).toEqual(eager.losses);
    expect(compiled.weights).toEqual(eager.weights);
    expect(graphs).toBe(binding === null ? 0 : 2);
  });
});
