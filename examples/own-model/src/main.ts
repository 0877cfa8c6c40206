import type * as tf from '@tensorflow/tfjs';
import { useEngine } from '@vanish/core/engine';
import { probe, watch } from '@vanish/core/watch';
import { type Digits, loadDigits } from './digits.ts';
import { broken, healthy } from './models.ts';

/** Trains a model, says what was found on the way, and how well it reads digits that it has not seen. */
const train = async (model: tf.LayersModel, seen: Digits, unseen: Digits): Promise<void> => {
  console.log(`\n${model.name}`);
  const watcher = watch(model, { onFinding: ({ alarm, message }) => console.log(`  ! ${alarm}: ${message}`) });
  await model.fit(seen.images, seen.labels, { epochs: 3, batchSize: 50, shuffle: false, verbose: 0 });
  watcher.unwatch();
  const [, accuracy] = model.evaluate(unseen.images, unseen.labels) as tf.Scalar[];
  console.log(`  ${watcher.steps.length} steps, ${watcher.findings.length} findings`);
  console.log(`  reads ${(100 * (await (accuracy as tf.Scalar).array())).toFixed(0)} % of unseen digits`);
};

/** Looks once at a model before it is trained: why it will not learn, and what to change. */
const look = async (model: tf.LayersModel, { images, labels }: Digits): Promise<void> => {
  const { verdict } = await probe(model, { inputs: images.slice(0, 64), targets: labels.slice(0, 64) });
  console.log(`  ${verdict.headline}`);
  for (const { layer, change, why } of verdict.advice) console.log(`  → ${layer ?? model.name}: ${change} (${why})`);
};

const { name } = await useEngine();
console.log(`engine: ${name}`);
const [seen, unseen] = [loadDigits(2000), loadDigits(500, 700)];
for (const build of [healthy, broken]) {
  const model = build();
  await train(model, seen, unseen);
  await look(build(), seen);
}
