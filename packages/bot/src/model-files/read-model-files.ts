import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SavedModelFiles } from '@vanish/core/watch';
import type { NamedFile } from './find-file.ts';
import { foreignFormats } from './foreign-formats.ts';
import { ModelFileError } from './model-file-error.ts';
import { readShards } from './read-shards.ts';

/** A model.json, and data to probe it with; null: numbers are drawn. */
export interface ModelFiles {
  readonly model: NamedFile;
  readonly data: NamedFile | null;
}

/** A model with its weights, and the data, as numbers. **Throws** ModelFileError, in words for whoever named the files. */
export const readModelFiles = async ({ model, data }: ModelFiles): Promise<SavedModelFiles> => {
  const { parseSavedModel } = await import('@vanish/core/watch');
  const json = await readJson(model);
  const saved = await blaming(model, async () => parseSavedModel(json));
  const given = data === null ? null : await readJson(data);
  return { saved, weights: await readShards(saved, dirname(model.path), model.name), data: given };
};

/** What goes wrong with a file, with its name in front. */
export const blaming = async <Value>({ name }: NamedFile, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'WatchError')
      throw new ModelFileError(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
};

const readJson = async ({ name, path }: NamedFile): Promise<unknown> => {
  const bytes = await readFile(path);
  const format = foreignFormats[formatOf(bytes)];
  if (format !== undefined) throw new ModelFileError(`${name} is ${format.what} - ${format.advice}`);
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new ModelFileError(`${name} is no JSON (${reason}) - was it cut short, or is it another file?`, { cause: error });
  }
};

/** What a file is that is named otherwise, by its first bytes. */
const formatOf = (bytes: Buffer): string => {
  if (bytes.subarray(1, 4).toString('latin1') === 'HDF') return '.h5';
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? '.keras' : '';
};
