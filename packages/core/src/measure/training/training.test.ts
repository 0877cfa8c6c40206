import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Choice } from '../../parts/variant.ts';
import { trainNetworks } from './train-networks.ts';
import { drawParameters } from './trained-networks.ts';
import type { TrainingRecord } from './training-record.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { depth: 3, width: 12, batch: 20, seeds: 3, activation: named('tanh'), lr: 0.1 } as const;

const train = async (
  said: Partial<Experiment>,
  steps: number,
  engineName: 'auto' | 'cpu' | 'wasm' = 'auto',
): Promise<TrainingRecord> => trainNetworks(await useEngine(engineName), design(complete({ ...small, ...said })), { steps });

/** A network in TensorFlow.js alone: from [batch, features] and its variables to [batch, classes]. */
type Forward = (tf: TensorFlow, input: Tensor, variables: readonly Tensor[]) => Tensor;

/** tanh layers, weights and biases in turn. */
const plainForward: Forward = (tf, input, variables) => {
  let hidden = input;
  for (let layer = 0; layer < variables.length; layer += 2) {
    const z = tf.add(tf.matMul(hidden, variables[layer] as Tensor), variables[layer + 1] as Tensor);
    hidden = layer + 2 < variables.length ? tf.tanh(z) : z;
  }
  return hidden;
};

/** Three time steps of one W, U and b, and a readout of the last. */
const recurrentForward: Forward = (tf, input, variables) => {
  const [recurrent, inward, bias, readout, last] = variables as [Tensor, Tensor, Tensor, Tensor, Tensor];
  const [batch = 1] = input.shape;
  let state: Tensor = tf.zeros([batch, small.width]);
  for (const step of [0, 1, 2]) {
    const x = tf.slice(input, [0, step * small.width], [batch, small.width]);
    state = tf.tanh(tf.add(tf.add(tf.matMul(state, recurrent), tf.matMul(x, inward)), bias));
  }
  return tf.add(tf.matMul(state, readout), last);
};

const optimizers = {
  sgd: (tf: TensorFlow, rate: number) => tf.train.sgd(rate),
  momentum: (tf: TensorFlow, rate: number) => tf.train.momentum(rate, 0.9),
  adam: (tf: TensorFlow, rate: number) => tf.train.adam(rate),
  adamw: (tf: TensorFlow, rate: number) => tf.train.adam(rate),
} as const;

/** The same network trained by the gradients and the optimizer of TensorFlow.js: one loss per step. */
const trainWithTensorFlowJs = async (said: Partial<Experiment>, steps: number, forward: Forward): Promise<readonly number[]> => {
  const engine = await useEngine();
  const { tf } = engine;
  const blueprint = design(complete({ ...small, ...said, seeds: 1 }));
  const { parameters } = drawParameters(engine, blueprint, []);
  const name = (index: number): string => `training test ${JSON.stringify(said)} ${index}`;
  const variables = parameters.map((parameter, index) => tf.variable(tf.squeeze(parameter, [0]), true, name(index)));
  const optimizer = optimizers[blueprint.optimizer.name as keyof typeof optimizers](tf, blueprint.learningRate);
  const losses: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const { inputs, targets } = tf.tidy(() => {
      const random = createRandom(engine, tf.scalar(0, 'int32'), tf.scalar(step, 'int32'));
      return { ...blueprint.task.draw(tf, random, { ...blueprint, tables: [] }) };
    });
    const before = variables.map((variable) => variable.clone());
    const loss = optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(tf.squeeze(targets, [0]), forward(tf, tf.squeeze(inputs, [0]), variables)).asScalar(),
      true,
      variables,
    );
    losses.push(loss?.dataSync()[0] as number);
    // decoupled: each weight also loses η λ of what it was
    tf.tidy(() => {
      for (const [index, variable] of variables.entries())
        variable.assign(tf.sub(variable, tf.mul(before[index] as Tensor, blueprint.learningRate * blueprint.decay)));
    });
    tf.dispose([loss as Tensor, inputs, targets, ...before]);
  }
  tf.dispose([...parameters, ...variables]);
  return losses;
};

const twins = [
  { title: 'plain', said: {}, forward: plainForward },
  { title: 'recurrent', said: { net: named('rnn') }, forward: recurrentForward },
  { title: 'decaying', said: { decay: 0.5 }, forward: plainForward },
  { title: 'decaying, with momentum', said: { decay: 0.5, optimizer: named('momentum') }, forward: plainForward },
  { title: 'decaying, with adam', said: { decay: 2, optimizer: named('adam'), lr: 0.01 }, forward: plainForward },
  { title: 'adamw by default', said: { optimizer: named('adamw'), lr: 0.1 }, forward: plainForward },
] as const;

test.for(twins)('$title: losses are those of the same network trained by TensorFlow.js', async ({ said, forward }) => {
  const { steps } = await train({ ...said, seeds: 1 }, 8);
  const theirs = await trainWithTensorFlowJs(said, 8, forward);
  for (const [index, { loss }] of steps.entries()) {
    // float32 sums in another order, eight steps deep
    expect(Math.abs((loss.mean as number) - (theirs[index] as number))).toBeLessThan(1e-4);
  }
});

test('a training is the same again, and a network the same alone and among others', async () => {
  const [once, again] = [await train({}, 6), await train({}, 6)];
  expect(again).toEqual(once);
  const alone = await Promise.all([0, 1, 2].map((seed) => seed).map(async (seed) => train({ seeds: 1, seed }, 6)));
  const losses = alone.map(({ steps }) => steps.at(-1)?.loss.mean ?? Number.NaN);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  expect(Math.abs(mean - (once.steps.at(-1)?.loss.mean ?? Number.NaN))).toBeLessThan(1e-5);
});

test.for(enginesByRank)(
  '$name: losses agree with the fastest engine, and no tensor is left behind',
  async ({ name }, { skip }) => {
    const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
    const blueprint = design(
      complete({ ...small, net: named('resnet'), norm: named('layer'), optimizer: named('adam'), lr: 0.01, clip: 1 }),
    );
    const before = engine.tf.memory().numTensors;
    const record = await trainNetworks(engine, blueprint, { steps: 5 });
    expect(engine.tf.memory().numTensors).toBe(before);
    const reference = await trainNetworks(await useEngine(), blueprint, { steps: 5 });
    for (const [index, { loss }] of record.steps.entries()) {
      expect(Math.abs((loss.mean as number) - (reference.steps[index]?.loss.mean ?? Number.NaN))).toBeLessThan(1e-3);
    }
  },
);

test('He weights let a deep relu net learn, and a deep sigmoid net stays at chance', async () => {
  const size = { depth: 8, width: 32, seeds: 4, batch: 40, lr: 0.05 };
  const relu = await train({ ...size, activation: named('relu'), init: named('he-normal') }, 150);
  const sigmoid = await train({ ...size, activation: named('sigmoid') }, 150);
  expect(relu.steps.at(-1)?.accuracy).toBeGreaterThan(0.6);
  expect(sigmoid.steps.at(-1)?.accuracy).toBeLessThan(0.2);
  expect(relu.movements.every(({ learnedAt }) => learnedAt !== null)).toBe(true);
  expect(sigmoid.movements[0]).toMatchObject({ name: 'dense 1', learnedAt: null });
});

test('a loss that is no longer finite ends the training, and says in which step', async () => {
  const record = await train({ activation: named('relu'), init: named('normal'), gain: 100, lr: 1000, depth: 12 }, 50);
  expect(record.stopped?.step).toBeLessThan(50);
  expect(record.steps.at(-1)?.step).toBe(record.stopped?.step);
});

test('what was asked for is recorded: the first step, the last, and at most 120', async () => {
  const { steps } = await train({ seeds: 1, depth: 1 }, 300);
  expect(steps.length).toBe(120);
  expect([steps[0]?.step, steps.at(-1)?.step]).toEqual([1, 300]);
  expect((await train({ seeds: 1, depth: 1 }, 1)).steps.map(({ step }) => step)).toEqual([1]);
});

test('an aborted training ends', async () => {
  const engine = await useEngine();
  const controller = new AbortController();
  const blueprint = design(complete(small));
  const before = engine.tf.memory().numTensors;
  const options = { steps: 100, signal: controller.signal, onProgress: () => controller.abort() };
  await expect(trainNetworks(engine, blueprint, options)).rejects.toThrow();
  expect(engine.tf.memory().numTensors).toBe(before);
});

/** |Δw| of the weights of each row in the first step, of one network. */
const firstStepSizes = async (said: Partial<Experiment>): Promise<readonly number[]> => {
  const engine = await useEngine();
  const { parameters, owners } = drawParameters(engine, design(complete({ ...small, ...said, seeds: 1 })), []);
  const sizes = parameters.map((parameter) => engine.tf.tidy(() => engine.tf.norm(parameter).dataSync()[0] as number));
  engine.tf.dispose([...parameters]);
  const { steps } = await train({ ...said, seeds: 1 }, 1);
  return (steps[0]?.rows ?? []).map(
    ({ update }, row) => 10 ** (update ?? Number.NaN) * (sizes[owners.findIndex((owner) => owner?.row === row)] as number),
  );
};

test('clipping comes before the step: by norm all weights together move by η θ, by value each of them does', async () => {
  const [rate, threshold] = [small.lr, 1e-6];
  const byNorm = await firstStepSizes({ clip: threshold });
  // biases make up the rest
  expect(Math.hypot(...byNorm)).toBeLessThanOrEqual(rate * threshold * (1 + 1e-5));
  expect(Math.hypot(...byNorm)).toBeGreaterThan((rate * threshold) / 2);
  const byValue = await firstStepSizes({ clip: threshold, clipBy: named('value') });
  const entries = [12 * 12, 12 * 12, 12 * 12, 12 * 10];
  // gradients of this net are of order 1e-3, and one entry of 144 below 1e-6 would cost 0.4 %
  for (const [row, size] of byValue.entries())
    expect(Math.abs(size / (rate * threshold * Math.sqrt(entries[row] as number)) - 1)).toBeLessThan(0.01);
});

test('decay alone takes η λ of every weight; decay=0 takes it from adamw, and decay=0.01 gives it to adam', async () => {
  // without a gradient to speak of: adam would still step, plain descent does not
  const [update = Number.NaN] =
    (await train({ clip: 1e-12, decay: 0.3 }, 1)).steps[0]?.rows.map(({ update }) => 10 ** (update ?? Number.NaN)) ?? [];
  expect(update).toBeCloseTo(0.1 * 0.3, 6);
  const [adam, adamw] = [named('adam'), named('adamw')];
  expect(await train({ optimizer: adamw, decay: 0 }, 4)).toEqual(await train({ optimizer: adam }, 4));
  expect(await train({ optimizer: adamw }, 4)).toEqual(await train({ optimizer: adam, decay: 0.01 }, 4));
  expect(await train({ optimizer: adamw }, 4)).not.toEqual(await train({ optimizer: adam }, 4));
});
