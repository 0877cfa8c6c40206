import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { WatchError } from '../watch-error.ts';
import type { Entrance } from './ends.ts';
import { isObject, type JsonObject } from './json.ts';

/** An input or an output, and how many axes its tensor has; null where several will do. */
interface End {
  readonly name: string;
  readonly axes: number | null;
}

/** Numbers somebody gave: `{ "inputs": …, "targets": … }`, each nested lists, or a list or an object of these, one per input or output. */
export interface GivenData {
  readonly inputs: unknown;
  readonly targets: unknown;
}

/** What a JSON file of data holds. **Throws** WatchError where it holds something else. */
export const parseData = (json: unknown): GivenData => {
  const form = '{ "inputs": [[…], …], "targets": [[…], …] }';
  if (!isObject(json)) throw new WatchError(`data are an object of JSON, ${form}, but these are ${kindOf(json)}`);
  const missing = ['inputs', 'targets'].filter((key) => !Object.hasOwn(json, key));
  if (missing.length > 0) throw new WatchError(`the data hold no "${missing.join('" and no "')}" - they are to read ${form}`);
  return { inputs: json['inputs'], targets: json['targets'] };
};

/** Tensors in the order of the ends. **Throws** WatchError, which says where something is no number or a list too short. */
export const tensorsOf = (tf: TensorFlow, given: unknown, ends: readonly End[], what: 'inputs' | 'targets'): readonly Tensor[] =>
  inOrder(given, ends, what).map(({ value, path }) => {
    const shape = shapeOf(value);
    const numbers = new Float32Array(shape.reduce((product, size) => product * size, 1));
    fill(numbers, value, { shape, path });
    return tf.tensor(numbers, [...shape], 'float32');
  });

/** **Throws** WatchError where a number cannot be looked up. */
export const mustBeKnownNumbers = ({ name, below }: Entrance, tensor: Tensor): void => {
  if (below === null) return;
  const wrong = tensor.dataSync().find((value) => !Number.isInteger(value) || value < 0 || value >= below);
  if (wrong === undefined) return;
  throw new WatchError(
    `input "${name}" is looked up in a table, and takes whole numbers from 0 to ${below - 1}: ${wrong} was given`,
    {
      layer: name,
    },
  );
};

interface Placed {
  readonly value: unknown;
  /** As it is reached in the file: `inputs[1]`. */
  readonly path: string;
}

const inOrder = (given: unknown, ends: readonly End[], what: string): readonly Placed[] => {
  if (isObject(given)) return byName(given, ends, what);
  const [only] = ends;
  const isList =
    ends.length > 1 || (Array.isArray(given) && given.length === 1 && shapeOf(given).length === (only?.axes ?? -2) + 1);
  if (!isList) return [{ value: given, path: what }];
  if (!Array.isArray(given) || given.length !== ends.length)
    throw new WatchError(
      `the model takes ${ends.length} ${what} (${listed(ends)}): give a list of as many nested lists, or an object by these names - given ${Array.isArray(given) ? `were ${given.length}` : `was ${kindOf(given)}`}`,
    );
  return ends.map((_, index) => ({ value: given[index], path: `${what}[${index}]` }));
};

const byName = (given: JsonObject, ends: readonly End[], what: string): readonly Placed[] => {
  const names = ends.map(({ name }) => name);
  const wrong = [
    ...Object.keys(given).filter((name) => !names.includes(name)),
    ...names.filter((name) => !Object.hasOwn(given, name)),
  ];
  if (wrong.length > 0)
    throw new WatchError(
      `"${what}" of the data ${Object.hasOwn(given, wrong[0] ?? '') ? 'hold' : 'lack'} "${wrong[0]}" - the model has ${listed(ends)}`,
    );
  return names.map((name) => ({ value: given[name], path: `${what}.${name}` }));
};

const listed = (ends: readonly End[]): string => ends.map(({ name }) => `"${name}"`).join(', ');

/** The shape that the first entries have; whether the others have it, too, is seen when they are read. */
const shapeOf = (value: unknown): readonly number[] => {
  const shape: number[] = [];
  for (let one = value; Array.isArray(one); one = one[0]) shape.push(one.length);
  return shape;
};

interface Place {
  readonly shape: readonly number[];
  readonly path: string;
}

/** Writes nested lists into numbers that lie one behind the other. */
const fill = (numbers: Float32Array, value: unknown, { shape, path }: Place): void => {
  if (shape.length === 0 || shape.includes(0)) throw new WatchError(`${path} holds no examples: it is ${kindOf(value)}`);
  let next = 0;
  const enter = (one: unknown, axis: number, place: string): void => {
    if (axis === shape.length) {
      if (typeof one !== 'number') throw new WatchError(`${place} is ${kindOf(one)} - a number is needed there`);
      numbers[next] = one;
      next += 1;
      return;
    }
    if (!Array.isArray(one) || one.length !== shape[axis])
      throw new WatchError(
        `${place} is ${kindOf(one)}, where a list of ${shape[axis]} is needed: the lists before it are of shape [${shape.join(', ')}]`,
      );
    for (let index = 0; index < one.length; index += 1) enter(one[index], axis + 1, axis < 3 ? `${place}[${index}]` : place);
  };
  enter(value, 0, path);
};

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (value === null) return 'null';
  return typeof value === 'string' ? `the text "${value.slice(0, 20)}"` : typeof value === 'object' ? 'an object' : String(value);
};
