import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { WatchError } from '../watch-error.ts';
import { parseSavedModel } from './parse-saved-model.ts';
import { probeSavedModel, type SavedProbe } from './probe-saved-model.ts';

beforeAll(async () => {
  await useEngine();
});

interface Saved {
  readonly json: Record<string, unknown>;
  readonly weights: ArrayBuffer;
}

/** A model as `model.save` writes it; it is disposed of. */
const save = async (model: tf.LayersModel, includeOptimizer = false): Promise<Saved> => {
  let artifacts: tf.io.ModelArtifacts = {};
  const keep = tf.io.withSaveHandler(async (given) => {
    artifacts = given;
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
  });
  await model.save(keep, { includeOptimizer });
  model.dispose();
  const { modelTopology, weightSpecs, weightData, trainingConfig, format, generatedBy } = artifacts;
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  const json = { format, generatedBy, modelTopology, weightsManifest, ...(trainingConfig ? { trainingConfig } : {}) };
  return { json: JSON.parse(JSON.stringify(json)) as Record<string, unknown>, weights: weightData as ArrayBuffer };
};

const probed = ({ json, weights }: Saved, data: unknown = null): Promise<SavedProbe> =>
  probeSavedModel({ saved: parseSavedModel(json), weights, data });

const problemOf = async (work: () => Promise<unknown>): Promise<WatchError> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof WatchError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const dense = (units: number, more: object = {}) => tf.layers.dense({ units, ...more });
const apply = (layer: { apply: (x: never) => unknown }, x: unknown): tf.SymbolicTensor =>
  layer.apply(x as never) as tf.SymbolicTensor;

const kinds: readonly (readonly [string, () => tf.LayersModel, readonly string[], readonly RegExp[]])[] = [
  [
    'dense',
    () => tf.sequential({ layers: [dense(6, { inputShape: [4], activation: 'tanh', name: 'one' }), dense(2, { name: 'two' })] }),
    ['one', 'two'],
    [/ends in linear/u, /32 examples of shape \[4\]: standard normal/u],
  ],
  [
    'convolution and batch norm, open sizes',
    () =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [null, null, 3] as never, filters: 4, kernelSize: 3, name: 'conv' }),
          tf.layers.batchNormalization({ name: 'norm' }),
          tf.layers.globalAveragePooling2d({}),
          dense(3, { activation: 'softmax', name: 'out' }),
        ],
      }),
    ['conv', 'norm', 'out'],
    [/categoricalCrossentropy, since it ends in softmax/u, /shape \[64, 64, 3\].*64 stands for a size/u, /one class each/u],
  ],
  [
    'embedding and lstm',
    () =>
      tf.sequential({
        layers: [
          tf.layers.embedding({ inputDim: 11, outputDim: 4, name: 'words', batchInputShape: [null, null] }),
          tf.layers.lstm({ units: 3, name: 'memory' }),
          dense(1, { activation: 'sigmoid', name: 'out' }),
        ],
      }),
    ['words', 'memory', 'out'],
    [/binaryCrossentropy, since it ends in sigmoid/u, /shape \[16\]: whole numbers below 11/u],
  ],
  [
    'two inputs, one of them looked up behind a model in the model',
    () => {
      const [a, b] = [tf.input({ shape: [5], name: 'a' }), tf.input({ shape: [3], name: 'b' })];
      const inner = tf.sequential({
        name: 'inner',
        layers: [tf.layers.embedding({ inputDim: 7, outputDim: 2, inputLength: 3, name: 'table' }), tf.layers.flatten()],
      });
      const joined = apply(tf.layers.concatenate(), [a, apply(inner, b)]);
      return tf.model({ inputs: [a, b], outputs: apply(dense(2, { name: 'out' }), joined) });
    },
    ['inner/table', 'out'],
    [/"a" is given 32 examples of shape \[5\]: standard/u, /"b" .* whole numbers below 7/u],
  ],
];

test.each(kinds)(
  '%s: built, shown numbers that suit it, and judged; no tensor is left behind',
  async (_, build, rows, sentences) => {
    const before = tf.memory().numTensors;
    const { report, assumptions } = await probed(await save(build()));
    const { layers, readout } = report.measured;
    expect([...layers, readout].map((layer) => layer?.name)).toEqual(rows);
    for (const sentence of sentences) expect(assumptions.join('\n')).toMatch(sentence);
    expect(report.verdict.headline).not.toBe('');
    expect(tf.memory().numTensors).toBe(before);
  },
);

const signalsOf = ({ report }: SavedProbe) => report.measured.layers.map(({ signal }) => signal.log10Rms);

test('the same model is shown the same numbers', async () => {
  const saved = await save(tf.sequential({ layers: [dense(3, { inputShape: [4] }), dense(2)] }));
  const [one, other] = [await probed(saved), await probed(saved)];
  expect(signalsOf(other)).toEqual(signalsOf(one));
});

test.each([
  ['adam', 'categoricalCrossentropy', /the first step is one of adam at 0\.001, as the model\.json says/u],
  ['sgd', 'sparseCategoricalCrossentropy', /sgd at 0\.01, as the model/u],
  ['rmsprop', 'poisson', /rmsprop at 0\.001/u],
])('%s and %s are read from the training config', async (optimizer, loss, step) => {
  const model = tf.sequential({
    layers: [dense(3, { inputShape: [4], activation: 'softplus' }), dense(3, { activation: 'softmax' })],
  });
  model.compile({ optimizer, loss });
  const saved = await save(model, true);
  const before = tf.memory().numTensors;
  const { report, assumptions } = await probed(saved);
  expect(assumptions[0]).toMatch(new RegExp(`judged by ${loss}, as the model.json says`, 'u'));
  expect(assumptions[1]).toMatch(step);
  expect(report.measured.loss).toBeGreaterThan(0);
  expect(tf.memory().numTensors).toBe(before);
});

test('losses and optimizers are known by the names of Keras, and of logits', async () => {
  const { json, weights } = await save(tf.sequential({ layers: [dense(3, { inputShape: [4] })] }));
  const loss = { class_name: 'SparseCategoricalCrossentropy', config: { from_logits: true } };
  const training = { loss, optimizer_config: { class_name: 'SGD', config: { learning_rate: 0.5, momentum: 0.9 } } };
  const { assumptions, report } = await probed({ json: { ...json, trainingConfig: training }, weights });
  expect(assumptions.slice(0, 2).join('\n')).toMatch(/sparseCategoricalCrossentropy of logits.*\n.*sgd at 0\.5/u);
  expect(report.measured.loss).toBeGreaterThan(0);
  const own = await probed({ json: { ...json, trainingConfig: { loss: 'my_loss' } }, weights });
  expect(own.assumptions[0]).toMatch(
    /meanSquaredError, since it ends in linear and the model\.json names none of TensorFlow\.js/u,
  );
});

const plain = (): Promise<Saved> =>
  save(tf.sequential({ layers: [dense(3, { inputShape: [2], name: 'one' }), dense(1, { name: 'two' })] }));

test('data are taken as they are, in a list or by name', async () => {
  const saved = await plain();
  const [inputs, targets] = [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [[1], [0], [1]],
  ];
  const { report, assumptions } = await probed(saved, { inputs, targets });
  expect(report.measured.layers[0]?.shape).toEqual([3, 3]);
  expect(assumptions).toHaveLength(2);
  const named = await probed(saved, { inputs: [inputs], targets: { two: targets } });
  expect(signalsOf(named)).toEqual(report.measured.layers.map(({ signal }) => signal.log10Rms));
});

test.each<[string, unknown, RegExp]>([
  ['a list', [1], /data are an object of JSON.*a list of 1/u],
  ['no targets', { inputs: [] }, /hold no "targets"/u],
  ['a text', { inputs: [[1, 'two']], targets: [[1]] }, /inputs\[0\]\[1\] is the text "two" - a number/u],
  ['a short row', { inputs: [[1, 2], [3]], targets: [[1], [1]] }, /inputs\[1\] is a list of 1, where a list of 2 is needed/u],
  ['no examples', { inputs: [], targets: [] }, /inputs holds no examples: it is an empty list/u],
  ['another width', { inputs: [[1, 2, 3]], targets: [[1]] }, /of shape \[null, 2\], given was \[1, 3\]/u],
  ['more targets', { inputs: [[1, 2]], targets: [[1], [2]] }, /holds 2 examples, the inputs 1/u],
  [
    'another output',
    { inputs: [[1, 2]], targets: { three: [[1]] } },
    /"targets" of the data hold "three" - the model has "two"/u,
  ],
  ['wide targets', { inputs: [[1, 2]], targets: [[1, 2]] }, /targets of shape \[1, 2\] for predictions of shape \[1, 1\]/u],
])('data that are %s are refused', async (_, data, sentence) => {
  const saved = await plain();
  const before = tf.memory().numTensors;
  expect((await problemOf(() => probed(saved, data))).message).toMatch(sentence);
  expect(tf.memory().numTensors).toBe(before);
});

test('a number that is not in the table is refused', async () => {
  const layers = [
    tf.layers.embedding({ inputDim: 5, outputDim: 2, inputLength: 2, name: 'table' }),
    tf.layers.flatten(),
    dense(1),
  ];
  const saved = await save(tf.sequential({ layers }));
  const { message } = await problemOf(() => probed(saved, { inputs: [[1, 5]], targets: [[1]] }));
  expect(message).toMatch(/whole numbers from 0 to 4: 5 was given/u);
});

type Change = (json: Record<string, never>) => unknown;

const withLayer =
  (change: (layer: { class_name: string; config: Record<string, unknown> }) => void): Change =>
  (json) => {
    const { modelTopology } = json as unknown as { modelTopology: { config: { layers: never[] } } };
    change(modelTopology.config.layers[0] as never);
    return json;
  };

test.each<[string, Change, string | null, RegExp]>([
  ['another JSON', () => ({ name: 'vanish' }), null, /no model of TensorFlow\.js: it has no modelTopology/u],
  ['a list', () => [], null, /no model of TensorFlow\.js/u],
  ['a graph model', () => ({ format: 'graph-model', modelTopology: { node: [] } }), null, /graph model.*tensorflowjs_converter/u],
  ['an architecture alone', (json) => json['modelTopology'], null, /architecture of a Keras model, without weights/u],
  ['no weights', (json) => ({ ...json, weightsManifest: [] }), null, /names no weights/u],
  [
    'a type of weights',
    (json) => ({ ...json, weightsManifest: [{ paths: ['a'], weights: [{ name: 'w', shape: [1], dtype: 'string' }] }] }),
    null,
    /"w" is of type "string"/u,
  ],
  [
    'a size',
    (json) => ({
      ...json,
      weightsManifest: [{ paths: ['a'], weights: [{ name: 'w', shape: [40000, 40000], dtype: 'float32' }] }],
    }),
    null,
    /5\.96 GiB, more than the 1 GiB/u,
  ],
  ['depth', (json) => ({ ...json, more: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) }), null, /deeper than 100/u],
  [
    'a class of somebody’s own',
    withLayer((layer) => {
      layer.class_name = 'Wave';
    }),
    'one',
    /layer "one" is of the class "Wave".*not run here/u,
  ],
  [
    'a setting',
    withLayer((layer) => {
      layer.config['activation'] = 'mine';
    }),
    'one',
    /layer "one" cannot be built: .*mine/u,
  ],
  [
    'a width',
    withLayer((layer) => {
      layer.config['units'] = 4;
    }),
    null,
    /cannot build the model/u,
  ],
])('%s is refused, with what to do, and leaves nothing', async (_, change, layer, sentence) => {
  const { json, weights } = await plain();
  const before = tf.memory().numTensors;
  const error = await problemOf(async () => probed({ json: change(json as never) as never, weights }));
  expect(error.message).toMatch(sentence);
  expect(error.layer).toBe(layer);
  expect(tf.memory().numTensors).toBe(before);
});
