import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedModel, writeSavedModel } from '../fixtures/saved-model.ts';
import { findFile, wantedData, wantedModel } from './find-file.ts';
import { probeModelFiles } from './probe-model-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanish-model-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const probed = (data: string | null = null, engine = 'wasm') =>
  probeModelFiles(
    {
      model: { name: 'model.json', path: join(folder, 'model.json') },
      data: data === null ? null : { name: data, path: join(folder, data) },
      engine,
    },
    () => {},
  );

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error && error.name === 'ModelFileError') return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

test('a model is read with its weights, and looked at', async () => {
  await writeSavedModel(folder);
  const { report, assumptions } = await probed();
  expect(report).toMatchObject({ kind: 'probe', model: 'two', engine: 'wasm' });
  expect(report.measured.readout?.name).toBe('second');
  expect(assumptions.join('\n')).toContain('binaryCrossentropy, since it ends in sigmoid');
});

test('weights may lie in several files', async () => {
  const [group] = savedModel.weightsManifest;
  const whole = await writeSavedModel(folder).then(() => probed());
  await writeFile(join(folder, 'a.bin'), new Uint8Array(Float32Array.from([1, 2, 3, 4, 5], Math.sin).buffer));
  await writeFile(join(folder, 'b.bin'), new Uint8Array(Float32Array.from([6, 7, 8, 9, 10, 11, 12], Math.sin).buffer));
  await writeSavedModel(folder, { ...savedModel, weightsManifest: [{ ...group, paths: ['a.bin', './b.bin'] }] });
  const { report } = await probed();
  expect(report.measured.loss).toBe(whole.report.measured.loss);
});

test('data are read, and what is wrong with them is said with the name of the model', async () => {
  await writeSavedModel(folder);
  await writeFile(
    join(folder, 'batch.json'),
    JSON.stringify({
      inputs: [
        [1, 2, 3],
        [3, 2, 1],
      ],
      targets: [[0], [1]],
    }),
  );
  expect((await probed('batch.json')).assumptions).toHaveLength(2);
  await writeFile(join(folder, 'batch.json'), JSON.stringify({ inputs: [[1, 2]], targets: [[0]] }));
  expect(await problemOf(probed('batch.json'))).toMatch(/^model\.json: input .* of shape \[null, 3\], given was \[1, 2\]/u);
});

const elsewhere = (path: string) => ({ ...savedModel, weightsManifest: [{ ...savedModel.weightsManifest[0], paths: [path] }] });

test.each<[string, unknown, number, RegExp]>([
  ['cut short', '{"modelTopology": {', 12, /^model\.json is no JSON .*cut short/u],
  ['HDF5', '\u0089HDF\r\n', 12, /^model\.json is no JSON|is a Keras model in HDF5/u],
  ['a zip', 'PK\u0003\u0004', 12, /^model\.json is a Keras model - .*tensorflowjs_converter/u],
  ['a graph model', { format: 'graph-model', modelTopology: {} }, 12, /^model\.json: this is a graph model/u],
  ['short of weights', savedModel, 11, /take 48 bytes, and beside it is "weights\.bin" with 44 - too short/u],
  ['given other weights', savedModel, 13, /"weights\.bin" with 52 - too long/u],
  ['short of a file', elsewhere('more.bin'), 12, /the file "more\.bin" with weights of model\.json is missing/u],
  ['reaching up', elsewhere('../weights.bin'), 12, /names weights outside of its folder, "\.\.\/weights\.bin"/u],
  ['reaching out', elsewhere('/etc/hostname'), 12, /names weights outside of its folder/u],
  ['reaching far', elsewhere('https://example.org/weights.bin'), 12, /names weights outside of its folder/u],
  ['reading a folder', elsewhere('inside'), 12, /"inside" is no file of weights|EISDIR/u],
  ['following a link', elsewhere('link.bin'), 12, /names weights outside of its folder, "link\.bin"/u],
])('a model that is %s is refused', async (_, json, weights, sentence) => {
  const home = join(folder, 'home');
  await writeSavedModel(home, json, weights);
  await writeSavedModel(folder);
  await mkdir(join(home, 'inside'));
  await symlink(join(folder, 'weights.bin'), join(home, 'link.bin'));
  const model = { name: 'model.json', path: join(home, 'model.json') };
  expect(await problemOf(probeModelFiles({ model, data: null, engine: 'wasm' }, () => {}))).toMatch(sentence);
});

test('what WebAssembly cannot take back is told, or done by an engine that can', async () => {
  const table = {
    class_name: 'Embedding',
    config: { name: 'table', input_dim: 3, output_dim: 4, batch_input_shape: [null, 2] },
  };
  const manifest = [{ paths: ['weights.bin'], weights: [{ name: 'table/embeddings', shape: [3, 4], dtype: 'float32' }] }];
  const modelTopology = { class_name: 'Sequential', config: { name: 'words', layers: [table] } };
  await writeSavedModel(folder, { modelTopology, weightsManifest: manifest });
  expect(await problemOf(probed())).toMatch(/takes UnsortedSegmentSum, which the engine wasm does not have - engine=cpu/u);
  expect((await probed(null, 'auto')).report.measured.layers).toHaveLength(1);
});

const messageOf = async (name: string, wanted = wantedModel): Promise<string | null> => {
  const found = await findFile(name, folder, wanted);
  return 'issue' in found ? found.issue.message : null;
};

test('a file is found by its name', async () => {
  await writeSavedModel(join(folder, 'of mine'));
  expect(await messageOf('of mine/model.json')).toBe(null);
});

test.each<[string, RegExp]>([
  ['models/model.jso', /there is no file "models\/model\.jso" - did you mean "models\/model\.json"\?/u],
  ['none.json', /there is no file "none\.json"$/u],
  ['models', /"models" is a folder - did you mean "models\/model\.json"\?/u],
  ['.', /"\." is a folder without a model\.json/u],
  ['graph', /"graph" is a folder with a TensorFlow SavedModel.*tensorflowjs_converter/u],
  ['empty.json', /"empty\.json" is empty/u],
  ['model.h5', /is a Keras model in HDF5 - convert it: tensorflowjs_converter --input_format keras/u],
  ['model.keras', /is a Keras model - save it with model\.save\('model\.h5'\)/u],
  ['model.pt', /PyTorch/u],
  ['models/weights.bin', /weights alone - give the model\.json beside it/u],
  ['https://example.org/model.json', /is an address - download/u],
])('%s is answered in a sentence', async (name, sentence) => {
  await writeSavedModel(join(folder, 'models'));
  await mkdir(join(folder, 'graph'));
  await writeFile(join(folder, 'graph', 'saved_model.pb'), '');
  await writeFile(join(folder, 'empty.json'), '');
  expect(await messageOf(name)).toMatch(sentence);
});

test('a limit says the size and itself', async () => {
  await writeFile(join(folder, 'data.json'), '[]'.repeat(600_000));
  const message = await messageOf('data.json', { ...wantedData, most: 2 ** 20 });
  expect(message).toBe('"data.json" has 2 MiB, more than the 1 MiB that a data.json may have');
});
