import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { WatchError } from '../watch-error.ts';
import { probe } from './probe.ts';

beforeAll(async () => {
  await useEngine();
});

const normal = (shape: number[], seed: number): tf.Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed);
const dense = (units: number, more: object = {}) =>
  tf.layers.dense({ units, kernelInitializer: tf.initializers.glorotUniform({ seed: 3 + units }), ...more });
const small = (): tf.Sequential =>
  tf.sequential({ name: 'small', layers: [dense(2, { inputShape: [3], name: 'first' }), dense(1, { name: 'last' })] });
const batch = () => ({ inputs: normal([4, 3], 1), targets: normal([4, 1], 2), loss: 'meanSquaredError' });

class Detour extends tf.layers.Layer {
  static readonly className = 'Detour';
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.cumprod([inputs].flat()[0] as tf.Tensor, -1);
  }
}

class Fault extends tf.layers.Layer {
  static readonly className = 'Fault';
  override call(): tf.Tensor {
    throw new Error('not today');
  }
}

const faults: readonly {
  readonly title: string;
  readonly run: () => Promise<unknown>;
  readonly says: string;
  readonly layer?: string;
}[] = [
  {
    title: 'wrong shape',
    run: () => probe(small(), { ...batch(), inputs: normal([4, 5], 1) }),
    says: 'is of shape [null, 3], given was [4, 5]',
  },
  {
    title: 'wrong count',
    run: () => probe(small(), { ...batch(), inputs: [normal([4, 3], 1), normal([4, 3], 1)] }),
    says: 'takes 1 inputs ("first_input"), given were 2',
  },
  {
    title: 'unknown name',
    run: () => probe(small(), { ...batch(), targets: { nobody: normal([4, 1], 1) } }),
    says: 'has no target "nobody" - it has "last"',
  },
  {
    title: 'other examples',
    run: () => probe(small(), { ...batch(), targets: normal([3, 1], 1) }),
    says: 'the target of "last" holds 3 examples, the inputs 4',
    layer: 'last',
  },
  {
    title: 'targets no loss takes',
    run: () => probe(small(), { ...batch(), targets: normal([4, 7], 1) }),
    says: 'the loss of output "last" does not take targets of shape [4, 7]',
    layer: 'last',
  },
  {
    title: 'no loss',
    run: () => probe(small(), { inputs: normal([4, 3], 1), targets: normal([4, 1], 2) }),
    says: 'model "small" has no loss - give one',
  },
  {
    title: 'unknown loss',
    run: () => probe(small(), { ...batch(), loss: 'meanSquaredEror' }),
    says: 'unknown loss "meanSquaredEror"',
  },
  {
    title: 'a disposed input',
    run: () => {
      const given = batch();
      given.inputs.dispose();
      return probe(small(), given);
    },
    says: 'input "first_input" is disposed of',
  },
  {
    title: 'a disposed model',
    run: () => {
      const model = small();
      model.dispose();
      return probe(model, batch());
    },
    says: 'of layer "first" is disposed of',
    layer: 'first',
  },
  {
    title: 'everything frozen',
    run: () => {
      const model = small();
      for (const layer of model.layers) layer.trainable = false;
      return probe(model, batch());
    },
    says: 'every layer of model "small" is frozen ("first", "last")',
  },
  {
    title: 'no weights',
    run: () => probe(tf.sequential({ name: 'bare', layers: [tf.layers.flatten({ inputShape: [3, 1], name: 'flat' })] }), batch()),
    says: 'model "bare" has no weights (flat)',
  },
  {
    title: 'an operation without a gradient',
    run: () =>
      probe(tf.sequential({ layers: [dense(2, { inputShape: [3] }), new Detour({ name: 'detour' }), dense(1)] }), batch()),
    says: 'layer "detour" stops the gradient: TensorFlow.js knows no gradient of the operation Cumprod',
    layer: 'detour',
  },
  {
    title: 'a layer that throws',
    run: () => probe(tf.sequential({ layers: [dense(2, { inputShape: [3] }), new Fault({ name: 'fault' })] }), { ...batch() }),
    says: 'layer "fault" (Fault) does not run on an input of shape [4, 2]: not today',
    layer: 'fault',
  },
  {
    title: 'a tap that is missing',
    run: () => probe((tap) => tf.sum(tap('here', tf.scalar(1))) as tf.Scalar, [tf.variable(tf.scalar(1))], { there: {} }),
    says: 'nothing was tapped as "there" - call tap(\'there\', z) in the loss; tapped were: "here"',
    layer: 'there',
  },
  {
    title: 'a loss that is no number',
    run: () => probe((tap) => tap('here', tf.ones([2])) as unknown as tf.Scalar, [tf.variable(tf.scalar(1))]),
    says: 'the loss is no single number',
  },
  { title: 'something else', run: () => probe({} as tf.LayersModel, batch()), says: 'probe takes a tf.LayersModel' },
];

test.for(faults)('bad input, $title: an error that says what to do', async ({ run, says, layer }) => {
  const error = await run().then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(WatchError);
  expect((error as WatchError).message).toContain(says);
  if (layer !== undefined) expect((error as WatchError).layer).toBe(layer);
  expect(tf.engine().state.gradientDepth).toBe(0);
});
