import { open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { SavedModel } from '@vanish/core/watch';
import { ModelFileError } from './model-file-error.ts';

type Group = SavedModel['groups'][number];

/** The weights of a model, one behind the other, from files in the folder of its model.json. **Throws** ModelFileError. */
export const readShards = async (saved: SavedModel, folder: string, model: string): Promise<ArrayBuffer> => {
  const weights = new Uint8Array(saved.bytes);
  let start = 0;
  for (const group of saved.groups) {
    await readGroup(group, weights.subarray(start, start + group.bytes), { folder, model });
    start += group.bytes;
  }
  return weights.buffer;
};

interface Place {
  readonly folder: string;
  readonly model: string;
}

const readGroup = async ({ paths, bytes }: Group, weights: Uint8Array, place: Place): Promise<void> => {
  const sizes: number[] = [];
  let start = 0;
  for (const path of paths) {
    const size = await readShard(await pathInside(path, place), weights.subarray(start), path);
    sizes.push(size);
    start += size;
  }
  if (start === bytes) return;
  const files = paths.map((path, index) => `"${path}" with ${sizes[index]}`).join(', ');
  const fault = start < bytes ? 'too short: was the download cut off?' : 'too long: does it belong to another model?';
  throw new ModelFileError(
    `the weights of ${place.model} take ${bytes} bytes, and beside it ${paths.length === 1 ? 'is' : 'are'} ${files} - ${fault}`,
  );
};

/** Reads as much as there is room for, and tells how large the file is. */
const readShard = async (path: string, room: Uint8Array, name: string): Promise<number> => {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new ModelFileError(`"${name}" is no file of weights`);
    let start = 0;
    const most = Math.min(found.size, room.length);
    while (start < most) {
      const { bytesRead } = await file.read(room, start, most - start, start);
      if (bytesRead === 0) return start;
      start += bytesRead;
    }
    return found.size;
  } finally {
    await file.close();
  }
};

/** Where a file of weights lies. A model.json may come from anywhere: it names no file outside of its own folder. */
const pathInside = async (path: string, { folder, model }: Place): Promise<string> => {
  const home = await realpath(folder);
  const outside = new ModelFileError(`${model} names weights outside of its folder, "${path}", which are not read`);
  if (isAbsolute(path) || /^[a-z][a-z+]+:/iu.test(path) || isOutside(home, join(home, path))) throw outside;
  let found: string;
  try {
    found = await realpath(join(home, path));
  } catch (cause) {
    throw new ModelFileError(`the file "${path}" with weights of ${model} is missing - it belongs beside ${model}`, { cause });
  }
  // a link may lead out
  if (isOutside(home, found)) throw outside;
  return found;
};

const isOutside = (home: string, path: string): boolean => {
  const way = relative(home, path);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
};
