import type { Tensor, Optimizer as TensorFlowOptimizer } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type Engine, enginesByRank, useEngine } from '../../engine/engine.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import * as shelf from './index.ts';
import type { Optimizer } from './optimizer.ts';

/** The same optimizers of TensorFlow.js; AdamW, which it does not have, steps as Adam does: the decay comes apart. */
const theirs: Readonly<Record<string, (train: TensorFlow['train'], learningRate: number) => TensorFlowOptimizer>> = {
  adam: (train, rate) => train.adam(rate),
  adamw: (train, rate) => train.adam(rate),
  momentum: (train, rate) => train.momentum(rate, 0.9),
  rmsprop: (train, rate) => train.rmsprop(rate),
  sgd: (train, rate) => train.sgd(rate),
};

const optimizers: readonly Optimizer[] = Object.values(shelf);

/** Entries of order one, as renormalised gradients have, of both signs, and one zero. */
const entries = [1, -1, 0.5, -2.5, 0.03, -0.0007, 0, 4];

/** The first step of TensorFlow.js per unit of learning rate, from weights zero, for the gradient entries · e^logScale. */
const stepOfTensorFlow = ({ tf }: Engine, { name, defaultLearningRate }: Optimizer, logScale: number): readonly number[] => {
  const optimizer = theirs[name]?.(tf.train, defaultLearningRate) as TensorFlowOptimizer;
  const weights = tf.variable(tf.zeros([entries.length]), true, `weights of ${name} at ${logScale}`);
  const gradient = tf.tensor1d(entries.map((entry) => entry * Math.exp(logScale)));
  optimizer.applyGradients({ [weights.name]: gradient });
  const moved = [...weights.dataSync()].map((weight) => -weight / defaultLearningRate);
  optimizer.dispose();
  tf.dispose([weights, gradient]);
  return moved;
};

/** Our first step for the same gradient: entries, and the logarithm of what they are to be multiplied by. */
const ourStep = ({ tf }: Engine, { firstStep }: Optimizer, logScale: number) =>
  tf.tidy(() => {
    const gradient = { tensor: tf.tensor3d(entries, [1, 1, entries.length]), logScale: tf.tensor3d([logScale], [1, 1, 1]) };
    const step = firstStep === null ? gradient : firstStep(tf, gradient);
    return { entries: [...step.tensor.dataSync()], logScale: step.logScale.dataSync()[0] as number };
  });

const cases = enginesByRank.flatMap(({ name: engineName }) =>
  optimizers.map((optimizer) => ({ engineName, name: optimizer.name, optimizer })),
);

// gradients from 6e6 down to 2e-14; squares smaller still underflow the float32 of TensorFlow.js
test.for(cases)('$name on $engineName: the first step is that of TensorFlow.js', async ({ engineName, optimizer }, { skip }) => {
  const engine = await useEngine(engineName).catch(() => skip(`${engineName} does not run here`));
  for (const decades of [6, 2, 0, -2, -4, -6, -7, -8, -10]) {
    const logScale = decades * Math.LN10;
    const expected = stepOfTensorFlow(engine, optimizer, logScale);
    const ours = ourStep(engine, optimizer, logScale);
    for (const [index, value] of ours.entries.entries()) {
      const wanted = expected[index] as number;
      // TensorFlow.js divides by 1 − 0.999 in float32, of which half an ulp is 3e-5, and takes the root: 1.5e-5; log and exp
      // of up to 23 nats in float32 are good to 1.4e-6 each
      expect(Math.abs(value * Math.exp(ours.logScale) - wanted)).toBeLessThanOrEqual(2e-5 * Math.abs(wanted));
    }
  }
});

test.for(cases)('$name on $engineName: gradients far below ε and float32 move weights in proportion', async (entry, { skip }) => {
  const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  const { entries: here, logScale } = ourStep(engine, entry.optimizer, -60 * Math.LN10);
  // the step is slope · g, and the slope is known where it is linear and TensorFlow.js can still compute it
  const [reference = Number.NaN] = stepOfTensorFlow(engine, entry.optimizer, -10 * Math.LN10);
  const logSlope = Math.log(reference) + 10 * Math.LN10;
  for (const [index, value] of here.entries()) {
    const gradient = entries[index] as number;
    expect(Math.sign(value)).toBe(Math.sign(gradient));
    if (gradient === 0) continue;
    const log = Math.log(Math.abs(value)) + logScale;
    // ε shows in the reference by 1e-3 (|g|/ε); float32 holds 138 nats to 8e-6
    expect(Math.abs(log - (logSlope + Math.log(Math.abs(gradient)) - 60 * Math.LN10))).toBeLessThan(2e-3);
  }
});

test.for(cases)('$name on $engineName: gradients of 1e30 leave ε behind', async ({ engineName, optimizer }, { skip }) => {
  const engine = await useEngine(engineName).catch(() => skip(`${engineName} does not run here`));
  const { entries: large, logScale } = ourStep(engine, optimizer, 30 * Math.LN10);
  const { entries: ordinary, logScale: ordinaryScale } = ourStep(engine, optimizer, 4 * Math.LN10);
  const isLinear = optimizer.firstStep === null;
  for (const [index, value] of large.entries()) {
    const expected = (ordinary[index] as number) * Math.exp(ordinaryScale) * (isLinear ? 1e26 : 1);
    const size = value * Math.exp(logScale);
    // at 1e4 the smallest entry, 7, stands 7e7 above ε
    expect(Math.abs(size - expected)).toBeLessThanOrEqual(1e-5 * Math.abs(expected));
  }
});

test.for(cases)(
  '$name on $engineName: a whole range of scales gives finite steps that grow with the gradient',
  async (entry, { skip }) => {
    const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
    let before = Number.NEGATIVE_INFINITY;
    for (let decades = -400; decades <= 60; decades += 5) {
      const { entries: step, logScale } = ourStep(engine, entry.optimizer, decades * Math.LN10);
      expect(step.every(Number.isFinite)).toBe(true);
      const log = Math.log(step[0] as number) + logScale;
      // float32 holds 921 nats to 6e-5
      expect(log).toBeGreaterThan(before - 2e-4);
      before = log;
    }
  },
);

test.for(optimizers)('$name: has a learning rate of its own', ({ defaultLearningRate }) => {
  expect(defaultLearningRate).toBeGreaterThan(0);
  expect(defaultLearningRate).toBeLessThan(1);
});

/** Gradients of five steps, of order one. */
const gradients = [1, 0.3, -0.8, 0.05, -1.7].map((size, step) =>
  entries.map((entry, index) => entry * size + 0.1 * (index - step)),
);

test.for(cases)('$name on $engineName: five steps of training are those of TensorFlow.js', async (entry, { skip }) => {
  const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  const { tf } = engine;
  const { name, defaultLearningRate, slots, step } = entry.optimizer;
  const optimizer = theirs[name]?.(tf.train, defaultLearningRate) as TensorFlowOptimizer;
  const weights = tf.variable(tf.zeros([entries.length]), true, `five steps of ${name} on ${entry.engineName}`);
  tf.tidy(() => {
    let value: Tensor = tf.zeros([entries.length]);
    let state: readonly Tensor[] = Array.from({ length: slots }, () => tf.zeros([entries.length]));
    const learningRate = tf.scalar(defaultLearningRate);
    for (const [index, numbers] of gradients.entries()) {
      const gradient = tf.tensor1d(numbers);
      optimizer.applyGradients({ [weights.name]: gradient });
      const moved = step(tf, { gradient, slots: state, count: tf.scalar(index + 1), learningRate });
      value = tf.add(value, moved.change);
      state = moved.slots;
      const [ours, wanted] = [value.dataSync(), weights.dataSync()];
      for (const [position, weight] of ours.entries()) {
        const theirWeight = wanted[position] as number;
        expect(Math.abs(weight - theirWeight)).toBeLessThanOrEqual(3e-5 * Math.max(Math.abs(theirWeight), defaultLearningRate));
      }
    }
  });
  optimizer.dispose();
  weights.dispose();
});
