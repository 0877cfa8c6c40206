import type { io } from '@tensorflow/tfjs';
import { WatchError } from '../watch-error.ts';
import { isObject, type JsonObject, listIn, objectIn, textIn } from './json.ts';
import type { ShardGroup } from './saved-model.ts';

/** Bytes of a number, by its type; weights that were made smaller are of the second kind of types. */
const widths: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1, complex64: 8, float16: 2, uint16: 2, uint8: 1 };

/** The weights of a model.json. **Throws** WatchError, which names the weight, where they cannot be understood. */
export const readManifest = (manifest: unknown): readonly ShardGroup[] => {
  const groups = (Array.isArray(manifest) ? manifest : []).filter(isObject).map(readGroup);
  if (groups.every(({ weights }) => weights.length === 0))
    throw new WatchError('it names no weights: its weightsManifest is missing or empty - save the model with its weights');
  return groups;
};

const readGroup = (group: JsonObject): ShardGroup => {
  const paths = listIn(group, 'paths');
  const weights = listIn(group, 'weights').map(mustBeWeight);
  if (paths.length === 0 || !paths.every((path): path is string => typeof path === 'string' && path !== ''))
    throw new WatchError('its weightsManifest does not say in which files the weights are');
  return { paths, weights, bytes: weights.reduce((sum, weight) => sum + bytesOf(weight), 0) };
};

const mustBeWeight = (weight: unknown): io.WeightsManifestEntry => {
  const name = textIn(weight, 'name') ?? '';
  const shape = listIn(weight, 'shape');
  const dtype = textIn(objectIn(weight, 'quantization'), 'dtype') ?? textIn(weight, 'dtype') ?? '';
  if (!Object.hasOwn(widths, dtype))
    throw new WatchError(`the weight "${name}" is of type "${dtype}" - known: ${Object.keys(widths).join(', ')}`);
  if (!isObject(weight) || !Array.isArray(weight['shape']) || !shape.every(isSize))
    throw new WatchError(`the shape of the weight "${name}" is no list of whole numbers`);
  return weight as unknown as io.WeightsManifestEntry;
};

const isSize = (size: unknown): size is number => Number.isSafeInteger(size) && (size as number) >= 0;

const bytesOf = ({ shape, dtype, quantization }: io.WeightsManifestEntry): number =>
  shape.reduce((product, size) => product * size, 1) * (widths[quantization?.dtype ?? dtype] ?? 0);
