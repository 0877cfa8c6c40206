import assert from 'node:assert/strict';
import { type Engine, EngineError, useEngine } from '@vanish/core/engine';

/** Somebody who wants nothing but a fast TensorFlow.js. */
async function main(): Promise<void> {
  const engine: Engine = await useEngine('auto');
  // @ts-expect-error: an engine is not a number, so its type has arrived here and is not `any`
  const notAnEngine: number = engine;
  assert.ok(notAnEngine, 'useEngine answers');

  const gradient = engine.tf.grad((x) => engine.tf.sum(engine.tf.square(x)));
  assert.deepEqual([...gradient(engine.tf.tensor1d([1, -2, 3])).dataSync()], [2, -4, 6]);
  assert.ok(new EngineError('said for a test') instanceof Error);
}

void main();
