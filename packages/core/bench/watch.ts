import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { type EngineChoice, useEngine } from '../src/engine/index.ts';
import type { TensorFlow } from '../src/engine/tensorflow.ts';
import { probe, type WatchOptions, watch } from '../src/watch/index.ts';
import { median } from './median-ms.ts';

const usage = `pnpm bench watch [--engine tensorflow|wasm|cpu] [--steps 30] [--json]
  what watching costs a step of training: a convolutional net of 32×32 pictures, 32 to a batch, under Adam`;

/** How it is watched, and what is looked at. */
const manners: Readonly<Record<string, WatchOptions | null>> = {
  'not watched': null,
  norms: { updatesEvery: 0, activationsEvery: 0 },
  'as usual': {},
  'all at every step': { updatesEvery: 1, activationsEvery: 1, histogramsEvery: 1 },
};

/** Times of steps under one manner of watching. **Unit** milliseconds. */
interface Times {
  readonly name: string;
  readonly medianMs: number;
  readonly bestMs: number;
  /** What the watch itself took by its own clock, of the median step. */
  readonly ownMs: number;
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'tensorflow' },
      steps: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const { tf, name } = await useEngine(values.engine as EngineChoice);
  const [model, x, y] = network(tf);
  const times = await timeSteps(model, x, y, Number(values.steps));
  const probeMs = await timeProbe(model, x, y);
  if (values.json) return console.log(JSON.stringify({ version: 1, engine: name, times, probeMs }));
  console.log(`${name}, ${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}; a step of training, ms\n`);
  const [bare] = times as readonly [Times, ...Times[]];
  for (const { name: manner, medianMs, bestMs, ownMs } of times) {
    const more = `${(100 * (bestMs / bare.bestMs - 1)).toFixed(1)} % more, best of each`;
    console.log(
      `  ${manner.padEnd(18)} median ${medianMs.toFixed(1)}  best ${bestMs.toFixed(1)}  ${more}  of it watching ${ownMs.toFixed(2)} (${((100 * ownMs) / medianMs).toFixed(1)} %)`,
    );
  }
  console.log(`\n  one probe of the same batch: ${probeMs.toFixed(0)} ms`);
};

/** Three blocks of two convolutions with batch normalisation, and two dense layers: 0.6 million weights. */
const network = (tf: TensorFlow): readonly [LayersModel, Tensor, Tensor] => {
  const model = tf.sequential();
  for (const [block, filters] of [32, 64, 128].entries()) {
    for (const position of [0, 1]) {
      const input = block + position === 0 ? { inputShape: [32, 32, 3] } : {};
      model.add(tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', kernelInitializer: 'heUniform', ...input }));
      model.add(tf.layers.batchNormalization());
      model.add(tf.layers.activation({ activation: 'relu' }));
    }
    model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  }
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 128, activation: 'relu', kernelInitializer: 'heUniform' }));
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const labels = tf.range(0, 32, 1, 'int32').mod(10).toInt();
  return [model, tf.randomNormal([32, 32, 32, 3], 0, 1, 'float32', 1), tf.oneHot(labels, 10).toFloat()];
};

/** Steps that nothing is counted of. */
const warmUps = 2;

/** Steps under all manners in turn, so that they meet the same weather on a computer that others use too. */
const timeSteps = async (model: LayersModel, x: Tensor, y: Tensor, steps: number): Promise<readonly Times[]> => {
  const taken = Object.keys(manners).map((name) => ({ name, all: [] as number[], own: [] as number[] }));
  for (let step = 0; step < steps + warmUps; step += 1) {
    for (const { name, all, own } of taken) {
      const { wholeMs, ownMs } = await timeStep(model, x, y, manners[name] ?? null);
      if (step < warmUps) continue;
      all.push(wholeMs);
      own.push(ownMs);
    }
  }
  return taken.map(({ name, all, own }) => ({ name, medianMs: median(all), bestMs: Math.min(...all), ownMs: median(own) }));
};

const timeStep = async (
  model: LayersModel,
  x: Tensor,
  y: Tensor,
  options: WatchOptions | null,
): Promise<{ readonly wholeMs: number; readonly ownMs: number }> => {
  const watcher = options === null ? null : watch(model, { ...options, now: () => performance.now() });
  // the first step of a watch looks at everything: it is taken before the clock runs
  if (watcher !== null) await model.trainOnBatch(x, y);
  const started = performance.now();
  await model.trainOnBatch(x, y);
  const wholeMs = performance.now() - started;
  watcher?.unwatch();
  return { wholeMs, ownMs: watcher?.steps.at(-1)?.costMs ?? 0 };
};

const timeProbe = async (model: LayersModel, inputs: Tensor, targets: Tensor): Promise<number> => {
  await probe(model, { inputs, targets });
  const started = performance.now();
  await probe(model, { inputs, targets });
  return performance.now() - started;
};

await main();
