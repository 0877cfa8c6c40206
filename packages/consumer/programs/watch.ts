import assert from 'node:assert/strict';
import { useEngine } from '@vanish/core/engine';
import { clipByGlobalNorm, type ProbeReport, probe, WatchError, type Watcher, watch } from '@vanish/core/watch';

/** Somebody who trains a model of layers and wants to know why it does not learn. */
async function main(): Promise<void> {
  const { tf } = await useEngine('cpu');
  const layers = Array.from({ length: 9 }, (_, index) =>
    tf.layers.dense({ units: 8, activation: 'sigmoid', ...(index === 0 ? { inputShape: [4] } : {}) }),
  );
  const model = tf.sequential({ layers: [...layers, tf.layers.dense({ units: 1, name: 'out' })] });
  model.compile({ optimizer: clipByGlobalNorm(tf.train.sgd(0.1), 1), loss: 'meanSquaredError' });
  const [inputs, targets] = [tf.randomNormal([16, 4]), tf.randomNormal([16, 1])];

  const report: ProbeReport = await probe(model, { inputs, targets });
  // @ts-expect-error: a report is not a number, so its type has arrived here and is not `any`
  const notAReport: number = report;
  assert.ok(notAReport, 'probe answers');
  assert.equal(report.verdict.kind, 'vanishing');

  const watcher: Watcher = watch(model);
  await model.trainOnBatch(inputs, targets);
  watcher.unwatch();
  assert.deepEqual(watcher.steps[0]?.layers.at(-1)?.name, 'out');
  await assert.rejects(probe(model, { inputs: targets, targets }), WatchError);
}

void main();
