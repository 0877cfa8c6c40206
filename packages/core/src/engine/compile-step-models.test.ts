import type { LayersModel, Optimizer, Scalar, SymbolicTensor, Tensor, Variable } from '@tensorflow/tfjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileStep } from './compile-step.ts';
import { useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf } = engine;
const { random } = Math;

beforeEach(async () => {
  await useEngine(engine.name);
});

afterEach(() => {
  Math.random = random;
  tf.disposeVariables();
});

/** Models, and the step that trains them. */
interface Training {
  readonly models: readonly LayersModel[];
  readonly step: (...batch: Tensor[]) => readonly Tensor[];
}

/** A training as people write it, and the batch of a number. */
interface Program {
  readonly open: () => Training;
  readonly batch: (number: number) => readonly Tensor[];
}

const { layers } = tf;
const normal = (shape: number[], seed: number): Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed + 1);
const whole = (shape: number[], below: number, seed: number): Tensor =>
  tf.cast(tf.randomUniform(shape, 0, below, 'float32', seed + 1), 'int32');
const oneHot = (size: number, seed: number): Tensor => tf.cast(tf.oneHot(whole([size], 3, seed + 100), 3), 'float32');
const apply = (model: LayersModel, x: Tensor): Tensor => model.apply(x, { training: true }) as Tensor;
const variablesOf = (model: LayersModel): Variable[] => model.trainableWeights.map((weight) => weight.read() as Variable);
const crossEntropy = (answers: Tensor, logits: Tensor): Scalar => tf.losses.softmaxCrossEntropy(answers, logits);
const minimise = (optimizer: Optimizer, loss: () => Scalar, variables?: Variable[]): Scalar =>
  optimizer.minimize(loss, true, variables) as Scalar;

const autoencoder = (): Training => {
  const encoder = tf.sequential({
    layers: [layers.dense({ units: 12, activation: 'relu', inputShape: [8] }), layers.dense({ units: 4 })],
  });
  const decoder = tf.sequential({
    layers: [layers.dense({ units: 12, activation: 'relu', inputShape: [2] }), layers.dense({ units: 8 })],
  });
  const optimizer = tf.train.adam(0.01);
  const loss = (x: Tensor): Scalar => {
    const [mean, logVariance] = tf.split(apply(encoder, x), 2, 1) as [Tensor, Tensor];
    const sample = tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), tf.randomNormal(mean.shape)));
    const divergence = tf.mean(tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), logVariance));
    return tf.add(tf.mean(tf.squaredDifference(apply(decoder, sample), x)), tf.mul(0.1, divergence));
  };
  return { models: [encoder, decoder], step: (x) => [minimise(optimizer, () => loss(x as Tensor))] };
};

const adversaries = (): Training => {
  const generator = tf.sequential({
    layers: [layers.dense({ units: 12, activation: 'relu', inputShape: [4] }), layers.dense({ units: 2 })],
  });
  const critic = tf.sequential({
    layers: [
      layers.dense({ units: 12, activation: 'relu', inputShape: [2] }),
      layers.dropout({ rate: 0.2 }),
      layers.dense({ units: 1 }),
    ],
  });
  const [first, second] = [tf.train.adam(0.002), tf.train.adam(0.001, 0.5)];
  const judge = (label: number, x: Tensor): Scalar => {
    const logits = apply(critic, x);
    return tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits);
  };
  const forge = (): Tensor => apply(generator, tf.randomNormal([16, 4]));
  return {
    models: [generator, critic],
    step: (x) => [
      minimise(first, () => tf.add(judge(0.9, x as Tensor), judge(0, forge())), variablesOf(critic)),
      minimise(second, () => judge(1, forge()), variablesOf(generator)),
    ],
  };
};

const maskedSentences = (): Training => {
  const both = layers.bidirectional({ layer: layers.gru({ units: 4, returnSequences: true }) as never, mergeMode: 'concat' });
  const model = tf.sequential({
    layers: [
      layers.embedding({ inputDim: 20, outputDim: 6, maskZero: true, inputLength: 5 }),
      both,
      layers.lstm({ units: 5 }),
      layers.dense({ units: 3 }),
    ],
  });
  const optimizer = tf.train.rmsprop(0.01);
  return { models: [model], step: (x, y) => [minimise(optimizer, () => crossEntropy(y as Tensor, apply(model, x as Tensor)))] };
};

/** Its gradients are clipped by their global norm, in a loop of its own. */
const residual = (): Training => {
  const input = tf.input({ shape: [8, 8, 3] });
  const convolve = (x: SymbolicTensor): SymbolicTensor =>
    layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', useBias: false }).apply(x) as SymbolicTensor;
  const block = (x: SymbolicTensor): SymbolicTensor => {
    const normed = layers.batchNormalization().apply(x);
    return layers.add().apply([x, convolve(layers.reLU().apply(normed) as SymbolicTensor)]) as SymbolicTensor;
  };
  const separable = layers.separableConv2d({ filters: 6, kernelSize: 3 }).apply(block(block(block(convolve(input)))));
  const pooled = layers.globalAveragePooling2d({}).apply(separable);
  const model = tf.model({ inputs: input, outputs: layers.dense({ units: 3 }).apply(pooled) as SymbolicTensor });
  const optimizer = tf.train.momentum(0.05, 0.9);
  return {
    models: [model],
    step: (x, y) => {
      const { value, grads } = tf.variableGrads(() => crossEntropy(y as Tensor, apply(model, x as Tensor)), variablesOf(model));
      const norm = tf.sqrt(tf.addN(Object.values(grads).map((gradient) => tf.sum(tf.square(gradient)))));
      const factor = tf.minimum(1, tf.div(1, norm));
      optimizer.applyGradients(Object.fromEntries(Object.entries(grads).map(([name, one]) => [name, tf.mul(one, factor)])));
      return [value, norm];
    },
  };
};

const film = (): Training => {
  const model = tf.sequential({
    layers: [
      layers.convLstm2d({ filters: 2, kernelSize: 3, padding: 'same', inputShape: [3, 5, 5, 1] } as never),
      layers.flatten(),
      layers.dense({ units: 2 }),
    ],
  });
  const optimizer = tf.train.adagrad(0.05);
  const loss = (x: Tensor, y: Tensor): Scalar => tf.losses.huberLoss(y, apply(model, x));
  const decay = (): Scalar => tf.mul(1e-3, tf.addN(variablesOf(model).map((weight) => tf.sum(tf.square(weight)))));
  return {
    models: [model],
    step: (x, y) => [minimise(optimizer, () => tf.add(loss(x as Tensor, y as Tensor), decay()))],
  };
};

const programs: Readonly<Record<string, Program>> = {
  'a variational autoencoder': { open: autoencoder, batch: (number) => [normal([12, 8], number)] },
  'a generator and its critic, each with an optimizer': { open: adversaries, batch: (number) => [normal([16, 2], number)] },
  'masked sentences, read both ways': {
    open: maskedSentences,
    batch: (number) => [whole([6, 5], 20, number), oneHot(6, number)],
  },
  'a residual net with clipped gradients': {
    open: residual,
    batch: (number) => [normal([6, 8, 8, 3], number), oneHot(6, number)],
  },
  'a convolutional LSTM with weight decay': {
    open: film,
    batch: (number) => [normal([4, 3, 5, 5, 1], number), normal([4, 2], number + 100)],
  },
};

/** `Math.random` as a sequence of its own, so that two trainings draw the same. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const numbersOf = (tensors: readonly Tensor[]): readonly (readonly number[])[] => tensors.map((tensor) => [...tensor.dataSync()]);

/** What twenty-four steps answer, and the weights then; a check is among them. */
const train = ({ open, batch }: Program, initial: readonly (readonly Tensor[])[] | null, isCompiled: boolean) => {
  const { models, step } = open();
  const given = initial ?? models.map((model) => model.getWeights().map((weight) => weight.clone()));
  for (const [index, model] of models.entries()) model.setWeights([...(given[index] as Tensor[])]);
  const taken = isCompiled ? compileStep(engine, step) : step;
  Math.random = seeded(3);
  const answers = Array.from({ length: 24 }, (_, number) => tf.tidy(() => numbersOf(taken(...batch(number))) as number[][]));
  return { given, answers, weights: models.map((model) => numbersOf(model.getWeights())) };
};

test.for(Object.entries(programs))('%s: compiled, it learns the same to the bit', ([, program]) => {
  const plain = train(program, null, false);
  const compiled = train(program, plain.given, true);
  expect(compiled.answers).toEqual(plain.answers);
  expect(compiled.weights).toEqual(plain.weights);
});
