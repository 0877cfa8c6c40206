import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type Engine, enginesByRank, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import * as shelf from './index.ts';
import { pairsWith } from './pairs.ts';
import type { BatchShape, Task } from './task.ts';

const { pairs } = shelf;
const tasks: readonly Task[] = [
  ...Object.values(shelf),
  ...[-1, -0.6, 0, 0.9, 1].map((correlation) => pairs.parameter?.with(correlation) as Task),
  pairsWith({ correlation: 0.3, secondMoment: 2.5 }),
];
const named = tasks.map((task) => ({ title: task.signature, task }));
const onEveryEngine = enginesByRank.flatMap(({ name: engineName }) => named.map((entry) => ({ engineName, ...entry })));

/** Inputs and targets of a batch, read back. */
const draw = ({ tf, ...engine }: Engine, task: Task, shape: BatchShape, firstSeed = 0) =>
  tf.tidy(() => {
    const { inputs, targets } = task.draw(tf, createRandom({ tf, ...engine }, tf.scalar(firstSeed, 'int32')), shape);
    const list = (tensor: Tensor): number[][][] => tensor.arraySync() as number[][][];
    return { shapes: [inputs.shape, targets.shape], inputs: list(inputs), targets: list(targets) };
  });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean over independent networks, and its standard error. */
const estimate = (perNetwork: readonly number[]): { readonly value: number; readonly error: number } => {
  const value = mean(perNetwork);
  const variance = mean(perNetwork.map((number) => (number - value) ** 2));
  return { value, error: Math.sqrt(variance / (perNetwork.length - 1)) };
};

test.for(onEveryEngine)('$title on $engineName: E x² and E x are what theory starts from', async (entry, { skip }) => {
  const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  const { task } = entry;
  const { inputs } = draw(engine, task, { seeds: 100, batch: 20, features: 30 });
  const square = estimate(inputs.map((network) => mean(network.flat().map((x) => x * x))));
  expect(Math.abs(square.value - task.inputSecondMoment)).toBeLessThan(4 * square.error);
  const first = estimate(inputs.map((network) => mean(network.flat())));
  expect(Math.abs(first.value)).toBeLessThanOrEqual(4 * first.error);
});

test.for(named)('$title: neighbours of a batch are correlated as it says', async ({ task }) => {
  const { inputs } = draw(await useEngine(), task, { seeds: 100, batch: 16, features: 30 });
  const perNetwork = inputs.map((network) => {
    const products = network.flatMap((one, example) =>
      example % 2 === 0 ? one.map((x, feature) => x * (network[example + 1]?.[feature] as number)) : [],
    );
    return mean(products) / task.inputSecondMoment;
  });
  const { value, error } = estimate(perNetwork);
  expect(Math.abs(value - task.inputCorrelation)).toBeLessThan(4 * error);
});

test.for(named)('$title: every entry is normal: E x⁴ = 3 (E x²)²', async ({ task }) => {
  const { inputs } = draw(await useEngine(), task, { seeds: 200, batch: 4, features: 40 });
  const fourth = estimate(inputs.map((network) => mean(network.flat().map((x) => x ** 4)) / task.inputSecondMoment ** 2));
  expect(Math.abs(fourth.value - 3)).toBeLessThan(4 * fourth.error);
});

const shapes: readonly BatchShape[] = [
  { seeds: 1, batch: 1, features: 1 },
  { seeds: 3, batch: 1, features: 5 },
  { seeds: 2, batch: 7, features: 3 },
  { seeds: 2, batch: 10, features: 4 },
  { seeds: 2, batch: 33, features: 4 },
];
const shaped = named.flatMap((entry) => shapes.map((shape) => ({ ...entry, ...shape, shape })));

test.for(shaped)('$title: a batch of $batch for $seeds networks: shapes, and one class per example', async ({ task, shape }) => {
  const { seeds, batch, features } = shape;
  const { shapes: drawn, inputs, targets } = draw(await useEngine(), task, shape);
  expect(drawn).toEqual([
    [seeds, batch, features],
    [1, batch, task.classes],
  ]);
  expect(inputs.flat(2).every(Number.isFinite)).toBe(true);
  for (const target of targets.flat()) {
    expect(target.filter((entry) => entry === 0).length).toBe(task.classes - 1);
    expect(target.filter((entry) => entry === 1).length).toBe(1);
  }
});

test.for(named)('$title: a batch of one period has every class equally often', async ({ task }) => {
  const { targets } = draw(await useEngine(), task, { seeds: 1, batch: task.period, features: 2 });
  const counts = Array.from({ length: task.classes }, (_, label) => targets[0]?.filter((target) => target[label] === 1).length);
  expect(counts).toEqual(Array.from({ length: task.classes }, () => task.period / task.classes));
});

test.for(named)('$title: the same seed gives the same data, another seed others, alone or among others', async ({ task }) => {
  const engine = await useEngine();
  const shape = { seeds: 3, batch: 6, features: 5 };
  const among = draw(engine, task, shape, 4);
  expect(draw(engine, task, shape, 4)).toEqual(among);
  expect(draw(engine, task, { ...shape, seeds: 1 }, 5).inputs[0]).toEqual(among.inputs[1]);
  expect(among.inputs[1]).not.toEqual(among.inputs[0]);
});

test.for(named)('$title: a parameter has its default inside its range, and makes the task it says', ({ task }) => {
  const { parameter } = task;
  if (parameter === undefined) return;
  expect(parameter.default).toBeGreaterThanOrEqual(parameter.minimum);
  expect(parameter.default).toBeLessThanOrEqual(parameter.maximum);
  const signatures = [parameter.minimum, parameter.default, parameter.maximum].map((value) => {
    const made = parameter.with(value);
    expect([made.name, made.parameter?.value, made.inputSecondMoment]).toEqual([task.name, value, task.inputSecondMoment]);
    return made.signature;
  });
  expect(new Set(signatures).size).toBe(3);
});

test('examples of one cluster are alike, √½·√½ = ½ correlated', async () => {
  const { inputs } = draw(await useEngine(), shelf.clusters, { seeds: 100, batch: 20, features: 30 });
  const perNetwork = inputs.map((network) =>
    mean(network.slice(0, 10).flatMap((one, label) => one.map((x, feature) => x * (network[label + 10]?.[feature] as number)))),
  );
  const { value, error } = estimate(perNetwork);
  expect(Math.abs(value - 0.5)).toBeLessThan(4 * error);
});

test('pairs of correlation 1 are copies, of −1 mirror images', async () => {
  const engine = await useEngine();
  for (const sign of [1, -1]) {
    const { inputs } = draw(engine, pairs.parameter?.with(sign) as Task, { seeds: 2, batch: 4, features: 8 });
    for (const [one, other] of inputs.flatMap((network) => [network.slice(0, 2), network.slice(2)]))
      expect(other).toEqual(one?.map((x) => sign * x));
  }
});
