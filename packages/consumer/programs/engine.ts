import assert from 'node:assert/strict';
import { compileStep, type Engine, EngineError, useEngine } from '@vanish/core/engine';

/** Somebody who wants nothing but a fast TensorFlow.js. */
async function main(): Promise<void> {
  const engine: Engine = await useEngine('auto');
  // @ts-expect-error: an engine is not a number, so its type has arrived here and is not `any`
  const notAnEngine: number = engine;
  assert.ok(notAnEngine, 'useEngine answers');

  const gradient = engine.tf.grad((x) => engine.tf.sum(engine.tf.square(x)));
  assert.deepEqual([...gradient(engine.tf.tensor1d([1, -2, 3])).dataSync()], [2, -4, 6]);
  learnTheSlope(engine);
  assert.ok(new EngineError('said for a test') instanceof Error);
}

/** A training step of one's own, compiled. */
function learnTheSlope(engine: Engine): void {
  const { tf } = engine;
  const slope = tf.variable(tf.scalar(0));
  const optimizer = tf.train.sgd(0.1);
  const step = compileStep(engine, (x, y) => optimizer.minimize(() => tf.mean(tf.square(tf.sub(tf.mul(slope, x), y))), true));
  // @ts-expect-error: it takes two tensors, and nothing else
  assert.throws(() => step(1));
  const [x, y] = [tf.tensor1d([-1, 1]), tf.tensor1d([-3, 3])];
  for (let number = 0; number < 60; number += 1) step(x, y)?.dispose();
  assert.ok(Math.abs((slope.dataSync()[0] ?? 0) - 3) < 1e-4, 'the slope is learnt');
  step.dispose();
}

void main();
