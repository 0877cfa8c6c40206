import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Choice } from '../../parts/variant.ts';
import { createPass } from '../create-pass.ts';
import { openTables } from '../open-tables.ts';
import { drawBatch, runForward, scalarsOf, sweep } from '../run-pass.ts';
import { learnInto } from './learn-into.ts';
import { drawParameters } from './trained-networks.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { depth: 3, width: 6, batch: 8, seeds: 2, vocabulary: 12 } as const;
const words = { task: named('words') };

/** Networks with every stage that learns something. */
const networks: readonly { readonly title: string; readonly said: Partial<Experiment> }[] = [
  { title: 'plain, biases', said: { bias: 0.1, activation: named('tanh') } },
  ...['batch', 'layer', 'rms'].map((norm) => ({
    title: `${norm} norm, its scale and shift`,
    said: { norm: named(norm), activation: named('tanh') },
  })),
  {
    title: 'residual with a trained branch scale',
    said: { net: named('resnet'), skip: named('skipinit', 0.5), activation: named('relu') },
  },
  { title: 'highway', said: { net: named('resnet'), skip: named('highway'), activation: named('tanh') } },
  { title: 'points projected to a stream', said: { net: named('resnet'), task: named('spirals'), activation: named('tanh') } },
  { title: 'convolutions over digits', said: { net: named('cnn'), task: named('digits'), activation: named('tanh') } },
  {
    title: 'transformer over words and places',
    said: { net: named('transformer'), tokens: 4, heads: 2, norm: named('layer'), ...words },
  },
  { title: 'transformer over numbers', said: { net: named('transformer'), tokens: 4, heads: 2, task: named('adding') } },
  ...['rnn', 'lstm', 'gru'].flatMap((net) => [
    { title: `${net} over words, read at every step`, said: { net: named(net), depth: 23, ...words } },
    { title: `${net} over numbers, untied`, said: { net: named(net), tied: false, task: named('adding') } },
    { title: `${net} over a copy, read at ten steps`, said: { net: named(net), depth: 22, task: named('copy') } },
  ]),
  { title: 'lstm with spread biases', said: { net: named('lstm'), chrono: 20, gate: named('hard-sigmoid'), ...words } },
];

/** Takes rows of a table by products with one-hot vectors, which TensorFlow.js can differentiate. */
const differentiable = (tf: TensorFlow): TensorFlow => {
  const gatherND = (table: Tensor, rows: Tensor): Tensor =>
    table.rank === 1
      ? tf.gatherND(table, rows)
      : tf.matMul(tf.cast(tf.oneHot(tf.reshape(tf.cast(rows, 'int32'), [-1]), table.shape[0] as number), 'float32'), table);
  return new Proxy(tf, { get: (whole, name) => (name === 'gatherND' ? gatherND : Reflect.get(whole, name)) });
};

test.for(networks)('$title: gradients of all parameters are those that TensorFlow.js finds itself', async ({ said }) => {
  const engine = await useEngine();
  const { tf } = engine;
  const drawn = design(complete({ ...small, ...said }));
  const blueprint = { ...drawn, task: (await drawn.task.load?.(drawn.form)) ?? drawn.task };
  const tables = openTables(engine, blueprint.task);
  const { parameters } = drawParameters(engine, blueprint, tables);
  const numbers = scalarsOf(tf, blueprint);
  const passOf = (given: readonly Tensor[]) => {
    const learner = learnInto(tf, given);
    const random = createRandom(engine, tf.scalar(0, 'int32'), tf.scalar(1, 'int32'));
    const pass = createPass(engine, { random, seeds: blueprint.seeds, isTraining: true, parameter: learner.parameter });
    return { learner, pass: { ...pass, tf: differentiable(tf), norm: (x: Tensor) => tf.norm(x) } };
  };
  const ours = tf.tidy(() => {
    const { learner, pass } = passOf(parameters);
    sweep(pass, blueprint, { numbers, tables });
    return [...learner.gradients()];
  });
  const lossOf = (...given: readonly Tensor[]): Tensor => {
    const { pass } = passOf(given);
    const { inputs, targets } = drawBatch(pass, blueprint, tables);
    const { output } = runForward(pass, [...blueprint.hidden, ...blueprint.readout], inputs, numbers);
    return tf.sum(blueprint.loss.value({ tf, random: pass.random, output, targets }) as Tensor).asScalar();
  };
  const theirs = tf.grads(lossOf)([...parameters]);
  expect(ours.length).toBe(theirs.length);
  const sizes = theirs.map((gradient) => Math.max(...gradient.dataSync().map(Math.abs)));
  // a branch of scale zero and the weights behind a first state of zeros learn nothing yet
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThanOrEqual(0.25 * sizes.length);
  for (const [index, gradient] of theirs.entries()) {
    const here = ours[index]?.dataSync() ?? [];
    // float32 sums in another order, of numbers that may cancel: what biases do, a batch norm takes away again
    const allowed = 2e-5 * (sizes[index] as number) + 1e-6 * Math.max(...sizes);
    for (const [entry, value] of gradient.dataSync().entries())
      expect(Math.abs((here[entry] as number) - value)).toBeLessThanOrEqual(allowed);
  }
  tf.dispose([...tables, ...parameters, ...numbers, ...ours, ...theirs]);
});
