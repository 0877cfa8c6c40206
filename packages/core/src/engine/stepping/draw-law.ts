import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { haveSameEntries } from './same-entries.ts';

/** A law that TensorFlow.js draws from in JavaScript, and its two parameters: ends of an interval, or mean and standard deviation. */
export interface DrawLaw {
  readonly kind: keyof typeof kinds;
  readonly parameters: readonly [number, number];
}

/** Draws of a law, from a seed or, without, from `Math.random`, which is called once. */
export function drawFrom(tf: TensorFlow, { kind, parameters }: DrawLaw, shape: readonly number[], seed?: number): Tensor {
  return kinds[kind](tf)([...shape], ...parameters, 'float32', seed);
}

/** The law that gives exactly these numbers from this seed; null where none is found. Frees what it makes. */
export function lawOf(tf: TensorFlow, values: Float32Array, shape: readonly number[], seed: number): DrawLaw | null {
  const draw = (law: DrawLaw): Float32Array => {
    const tensor = drawFrom(tf, law, shape, seed);
    const numbers = tensor.dataSync() as Float32Array;
    tensor.dispose();
    return numbers;
  };
  for (const kind of Object.keys(kinds) as DrawLaw['kind'][]) {
    const standard = draw({ kind, parameters: [0, 1] });
    if (haveSameEntries(values, standard)) return { kind, parameters: [0, 1] };
    const scaling = scalingOf(standard, values);
    const candidates = scaling === null ? [] : guesses(kind, scaling).map((parameters) => ({ kind, parameters }));
    const found = candidates.find((law) => haveSameEntries(values, draw(law)));
    if (found !== undefined) return found;
  }
  return null;
}

type Draw = (shape: number[], one: number, other: number, dtype: 'float32', seed?: number) => Tensor;

const kinds = {
  uniform: (tf: TensorFlow): Draw => tf.randomUniform,
  normal: (tf: TensorFlow): Draw => tf.randomNormal,
};

interface Scaling {
  readonly shift: number;
  readonly scale: number;
}

/** a and b of values = a + b · standard, from the two entries farthest apart; null where the others do not fit. */
function scalingOf(standard: Float32Array, values: Float32Array): Scaling | null {
  if (values.length < fewest || values.length !== standard.length) return null;
  const [low = 0, high = 0] = ends(standard).map((end) => standard.indexOf(end));
  const [from = 0, to = 0, start = 0, end = 0] = [standard[low], standard[high], values[low], values[high]];
  if (from === to) return null;
  const scale = (end - start) / (to - from);
  const shift = start - scale * from;
  const tolerance = closeness * (Math.abs(scale) + Math.abs(shift));
  const fits = standard.every((one, index) => Math.abs(shift + scale * one - (values[index] as number)) <= tolerance);
  return fits && scale !== 0 ? { shift, scale } : null;
}

/** Two entries fit any law; two more do so by chance once in 10¹¹ draws. */
const fewest = 4;

/** Smallest and largest, without spreading a large array over the stack. */
function ends(numbers: Float32Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return [low, high];
}

/** Roundings of float32 in numbers of order one, and some to spare. */
const closeness = 4e-6;

/** Parameters as people write them that fit the scaling: short decimals, roots of them, and the √(rate / (1 − rate)) of Gaussian dropout. */
function guesses(kind: DrawLaw['kind'], { shift, scale }: Scaling): readonly (readonly [number, number])[] {
  if (kind === 'uniform') return [[short(shift, scale), short(shift + scale, scale)]];
  const rate = short(scale ** 2 / (1 + scale ** 2), 1);
  const deviations = [short(scale, scale), Math.sqrt(short(scale ** 2, scale ** 2)), Math.sqrt(rate / (1 - rate))];
  return deviations.map((deviation) => [short(shift, scale), deviation]);
}

/** The shortest decimal that is as good as equal, beside numbers of this size; of six digits where none is. */
function short(value: number, size: number): number {
  const tolerance = closeness * (Math.abs(size) + Math.abs(value));
  if (Math.abs(value) <= tolerance) return 0;
  const decimals = [1, 2, 3, 4, 5, 6].map((digits) => Number(value.toPrecision(digits)));
  return decimals.find((decimal) => Math.abs(decimal - value) <= tolerance) ?? (decimals.at(-1) as number);
}
