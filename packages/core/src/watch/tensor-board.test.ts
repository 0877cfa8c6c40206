import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { tensorBoard } from './tensor-board.ts';
import { watch } from './watch.ts';

const network = (): tf.Sequential => {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [3], activation: 'relu', name: 'hidden', kernelInitializer: 'ones' }),
      tf.layers.dense({ units: 1, name: 'out' }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return model;
};

test('scalars at every step, histograms on a schedule, under names that sort by kind', async () => {
  await useEngine('cpu');
  const [scalars, histograms] = [[] as (readonly [string, number])[], [] as (readonly [string, number])[]];
  const writer = {
    scalar: (name: string, _value: number, step: number) => void scalars.push([name, step]),
    histogram: (name: string, _data: tf.Tensor, step: number) => void histograms.push([name, step]),
    flush: () => undefined,
  };
  const model = network();
  const watcher = watch(model, { activationsEvery: 2, updatesEvery: 2, ...tensorBoard(writer, { histogramsEvery: 2 }) });
  for (let step = 0; step < 3; step += 1) await model.trainOnBatch(tf.ones([2, 3]), tf.ones([2, 1]));
  watcher.unwatch();
  const namesAt = (list: readonly (readonly [string, number])[], step: number) =>
    list.filter((one) => one[1] === step).map(([name]) => name);
  expect(namesAt(scalars, 2)).toEqual([
    'loss',
    'gradient norm',
    'gradient norm/hidden',
    'update to weight/hidden',
    'gradient norm/out',
    'update to weight/out',
    'dead/hidden',
    'saturated/hidden',
  ]);
  expect(namesAt(scalars, 3)).toEqual(['loss', 'gradient norm', 'gradient norm/hidden', 'gradient norm/out']);
  expect(namesAt(histograms, 3)).toEqual([]);
  expect(namesAt(histograms, 2)).toContain('activations/hidden/output');
  expect(namesAt(histograms, 2).filter((name) => name.startsWith('gradients/hidden/'))).toHaveLength(2);
});

test('what is NaN is a scalar that is NaN, and no histogram', async () => {
  await useEngine('cpu');
  const [scalars, histograms] = [new Map<string, number>(), [] as string[]];
  const writer = {
    scalar: (name: string, value: number) => void scalars.set(name, value),
    histogram: (name: string) => void histograms.push(name),
    flush: () => undefined,
  };
  const model = network();
  const watcher = watch(model, tensorBoard(writer));
  await model.trainOnBatch(tf.ones([2, 3]), tf.fill([2, 1], Number.NaN));
  watcher.unwatch();
  expect(scalars.get('gradient norm/out')).toBeNaN();
  expect(histograms.filter((name) => name.startsWith('gradients'))).toEqual([]);
});

test('the native engine writes event files', async ({ skip }) => {
  await useEngine('tensorflow').catch(() => skip('TensorFlow does not run here'));
  const folder = mkdtempSync(join(tmpdir(), 'vanish-board-'));
  const model = network();
  const watcher = watch(model, tensorBoard(folder));
  await model.trainOnBatch(tf.ones([2, 3]), tf.ones([2, 1]));
  watcher.unwatch();
  const [file] = readdirSync(folder);
  const content = readFileSync(join(folder, file ?? ''), 'latin1');
  for (const name of ['loss', 'gradient norm/hidden', 'gradients/out/', 'histograms']) expect(content).toContain(name);
  rmSync(folder, { recursive: true });
});
