import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { clipByGlobalNorm, clipByNorm, clipByValue } from './clip-optimizer.ts';
import { probe } from './probe/probe.ts';
import { WatchError } from './watch-error.ts';

beforeAll(async () => {
  await useEngine();
});

/** Minus the step that an optimizer takes at learning rate 1, on two variables with these gradients. */
const stepsOf = (
  wrap: (optimizer: tf.Optimizer) => tf.Optimizer,
  gradients: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  const variables = gradients.map((gradient) => tf.variable(tf.zeros([gradient.length])));
  const slopes = gradients.map((gradient) => tf.tensor1d([...gradient]));
  const loss = (): tf.Scalar =>
    variables
      .map((variable, index) => tf.sum(tf.mul(variable, slopes[index] as tf.Tensor)))
      .reduce((sum, one) => tf.add(sum, one)) as tf.Scalar;
  wrap(tf.train.sgd(1)).minimize(loss, false, variables);
  return variables.map((variable) => [...variable.dataSync()].map((value) => -value));
};

const near = (given: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void => {
  // a quotient, a root and two products: four roundings to 2⁻²⁴
  for (const [index, values] of given.entries())
    for (const [entry, value] of values.entries())
      expect(Math.abs(value - (expected[index]?.[entry] as number))).toBeLessThanOrEqual(
        4 * 2 ** -24 * Math.abs(expected[index]?.[entry] as number),
      );
};

// ‖(30, 40, 120)‖ = 130, by hand
test('by global norm: (30, 40), (120) at θ = 1 become thirteenths of a tenth', () => {
  near(
    stepsOf((optimizer) => clipByGlobalNorm(optimizer, 1), [[30, 40], [120]]),
    [[30 / 130, 40 / 130], [120 / 130]],
  );
});

test('by norm: each variable by itself', () => {
  near(
    stepsOf((optimizer) => clipByNorm(optimizer, 1), [[30, 40], [0.5]]),
    [[0.6, 0.8], [0.5]],
  );
});

test('by value: each entry by itself', () => {
  near(
    stepsOf((optimizer) => clipByValue(optimizer, 2), [[30, -0.5], [-120]]),
    [[2, -0.5], [-2]],
  );
});

test.each([clipByGlobalNorm, clipByNorm])('%o: sizes whose squares float32 does not hold are clipped and not lost', (clip) => {
  near(
    stepsOf((optimizer) => clip(optimizer, 1), [[3e25, 4e25]]),
    [[0.6, 0.8]],
  );
  near(
    stepsOf((optimizer) => clip(optimizer, 1e-30), [[3e-28, 4e-28]]),
    [[0.6e-30, 0.8e-30]],
  );
  expect(stepsOf((optimizer) => clip(optimizer, 1), [[0, 0]])).toEqual([[-0, -0]]);
});

test('clipping by global norm keeps the direction, P19', () => {
  const gradient = [...tf.randomNormal([1000], 0, 1, 'float32', 1).dataSync()];
  const [step] = stepsOf((optimizer) => clipByGlobalNorm(optimizer, 1), [gradient]) as [number[]];
  const [norm, length] = [gradient, step].map((list) => Math.sqrt(list.reduce((sum, one) => sum + one * one, 0))) as [
    number,
    number,
  ];
  const product = gradient.reduce((sum, one, index) => sum + one * (step[index] as number), 0);
  expect(length).toBeCloseTo(1, 6);
  expect(product / (norm * length)).toBeCloseTo(1, 6);
});

const model = (optimizer: tf.Optimizer): tf.Sequential => {
  const built = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 5,
        inputShape: [3],
        activation: 'tanh',
        kernelInitializer: tf.initializers.randomNormal({ seed: 1 }),
      }),
      tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.randomNormal({ seed: 2 }) }),
    ],
  });
  built.compile({ optimizer, loss: 'meanSquaredError' });
  return built;
};

test.each(['sgd', 'momentum', 'adam', 'adamax', 'rmsprop', 'adagrad', 'adadelta'] as const)(
  '%s in fit: below the threshold nothing changes, to the bit, and nothing leaks',
  async (name) => {
    const make = (): tf.Optimizer => (name === 'momentum' ? tf.train.momentum(0.1, 0.9) : tf.train[name](0.1));
    const [x, y] = [tf.randomNormal([12, 3], 0, 1, 'float32', 3), tf.randomNormal([12, 1], 0, 1, 'float32', 4)];
    const trained = async (optimizer: tf.Optimizer): Promise<readonly number[]> => {
      const one = model(optimizer);
      await one.fit(x, y, { epochs: 2, batchSize: 4, shuffle: false, verbose: 0 });
      const tensors = tf.memory().numTensors;
      await one.fit(x, y, { epochs: 1, batchSize: 4, shuffle: false, verbose: 0 });
      expect(tf.memory().numTensors).toBe(tensors);
      return one.getWeights().flatMap((weight) => [...weight.dataSync()]);
    };
    expect(await trained(clipByGlobalNorm(make(), 1e6))).toEqual(await trained(make()));
  },
);

test('a learning rate that is set is set where steps are taken, and a wrapped optimizer is still one', () => {
  const inner = tf.train.adam(0.1);
  const optimizer = clipByValue(inner, 1);
  (optimizer as unknown as { learningRate: number }).learningRate = 0.2;
  expect((inner as unknown as { learningRate: number }).learningRate).toBe(0.2);
  expect(optimizer).toBeInstanceOf(tf.Optimizer);
  expect(optimizer.getClassName()).toBe('Adam');
});

test('two clippings of one optimizer act one after the other', () => {
  near(
    stepsOf((optimizer) => clipByGlobalNorm(clipByValue(optimizer, 0.5), 1), [[30, 40]]),
    [[0.5, 0.5]],
  );
});

test('a probe reports the first step of the clipped optimizer', async () => {
  const batch = { inputs: tf.ones([2, 3]), targets: tf.fill([2, 1], 1e4) };
  const [free, clipped] = [
    await probe(model(tf.train.sgd(1)), batch),
    await probe(model(clipByGlobalNorm(tf.train.sgd(1), 1)), batch),
  ];
  expect(clipped.measured.layers[0]?.update.log10Ratio).toBeLessThan((free.measured.layers[0]?.update.log10Ratio ?? 0) - 2);
  expect(clipped.verdict.update).toContain('clipped sgd at learning rate 1');
});

test('a threshold or an optimizer that is none is refused', () => {
  for (const threshold of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => clipByNorm(tf.train.sgd(1), threshold)).toThrow(
      new WatchError(`clipByNorm was given the threshold ${threshold} - it has to be a number above 0`),
    );
  expect(() => clipByValue('adam' as unknown as tf.Optimizer, 1)).toThrow(
    'clipByValue wraps an optimizer, such as tf.train.adam(), given was string',
  );
});
