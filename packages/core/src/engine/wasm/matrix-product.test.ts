import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../engine.ts';
import type { TensorFlow } from '../tensorflow.ts';

let tf: TensorFlow;

beforeAll(async () => {
  ({ tf } = await useEngine('wasm'));
});

interface Case {
  readonly batch: readonly { readonly size: number; readonly sharedBy: 'none' | 'a' | 'b' }[];
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const size = fc.integer({ min: 1, max: 7 });
const cases = fc.record<Case>({
  batch: fc.array(fc.record({ size: fc.integer({ min: 1, max: 3 }), sharedBy: fc.constantFrom('none', 'a', 'b') }), {
    maxLength: 3,
  }),
  rows: size,
  inner: size,
  columns: size,
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
});

test('every product over broadcast batches and transposes is the sum over the inner index', () => {
  fc.assert(
    fc.property(cases, fc.integer(), (example, seed) => {
      const { a, b } = operands(example, seed);
      const product = tf.tidy(() => {
        const result = tf.matMul(
          tf.tensor(a.values, a.shape),
          tf.tensor(b.values, b.shape),
          example.transposeA,
          example.transposeB,
        );
        return { shape: result.shape, values: result.dataSync() };
      });
      const batch = example.batch.map(({ size: length }) => length);
      expect(product.shape).toEqual([...batch, example.rows, example.columns]);
      // values are in [-1, 1], so the rounding of a sum of n products is below n² units of 2⁻²³
      const tolerance = example.inner ** 2 * 2 ** -23;
      expect(largestDifference(product.values, reference(example, a, b))).toBeLessThanOrEqual(tolerance);
    }),
    { numRuns: 200 },
  );
});

test.each([
  [false, false],
  [false, true],
  [true, false],
  [true, true],
])('agrees with the CPU engine at laboratory size, transposed %s and %s', async (transposeA, transposeB) => {
  const a = randomValues(4 * 24 * 40, 1);
  const b = randomValues(4 * 40 * 32, 2);
  const onEngine = async (name: 'wasm' | 'cpu'): Promise<Float32Array> => {
    await useEngine(name);
    const shapes = [transposeA ? [4, 40, 24] : [4, 24, 40], transposeB ? [4, 32, 40] : [4, 40, 32]] as const;
    return tf.tidy(() =>
      tf.matMul(tf.tensor(a, [...shapes[0]]), tf.tensor(b, [...shapes[1]]), transposeA, transposeB).dataSync<'float32'>(),
    );
  };
  const expected = await onEngine('cpu');
  const actual = await onEngine('wasm');
  // both round sums of 40 products of numbers in [-1, 1]
  expect(largestDifference(actual, expected)).toBeLessThan(2 * 40 * 2 ** -23);
});

test('a matrix with no rows or no inner size gives an empty or a zero product', () => {
  tf.tidy(() => {
    expect(tf.matMul(tf.zeros([2, 0, 3]), tf.ones([2, 3, 4])).shape).toEqual([2, 0, 4]);
    expect([...tf.matMul(tf.zeros([2, 2, 0]), tf.zeros([2, 0, 2])).dataSync()]).toEqual(Array(8).fill(0));
  });
});

test('NaN and infinity pass through a product', () => {
  const values = tf.tidy(() =>
    tf.matMul(tf.tensor3d([Number.NaN, Number.POSITIVE_INFINITY], [2, 1, 1]), tf.ones([2, 1, 1])).dataSync(),
  );
  expect([...values]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
});

test('shapes that do not fit are refused with both shapes', () => {
  expect(() => tf.matMul(tf.zeros([2, 2, 3]), tf.zeros([3, 3, 2]))).toThrow(/2.*3/);
});

test('products and their gradients leave no tensor behind', () => {
  const before = tf.memory().numTensors;
  const gradient = tf.grads((a, b) => tf.sum(tf.matMul(a, b, true, true)));
  tf.tidy(() => gradient([tf.ones([3, 2, 4]), tf.ones([3, 5, 2])]).map((tensor) => tensor.dataSync()));
  expect(tf.memory().numTensors).toBe(before);
});

/** NaN, and so a failure, where a number is missing. */
function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Math.max(...Array.from(expected, (value, index) => Math.abs(value - (actual[index] ?? Number.NaN))));
}

interface Operand {
  readonly shape: number[];
  readonly values: Float32Array;
}

function operands(example: Case, seed: number): { readonly a: Operand; readonly b: Operand } {
  const { batch, rows, inner, columns, transposeA, transposeB } = example;
  const batchOf = (owner: 'a' | 'b'): number[] => batch.map((axis) => (axis.sharedBy === owner ? 1 : axis.size));
  return {
    a: operand([...batchOf('a'), ...(transposeA ? [inner, rows] : [rows, inner])], seed),
    b: operand([...batchOf('b'), ...(transposeB ? [columns, inner] : [inner, columns])], seed + 1),
  };
}

function operand(shape: number[], seed: number): Operand {
  return {
    shape,
    values: randomValues(
      shape.reduce((total, length) => total * length, 1),
      seed,
    ),
  };
}

/** Uniform on [-1, 1], from a linear congruential generator. */
function randomValues(count: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** The definition, element by element, in float64. */
function reference(example: Case, a: Operand, b: Operand): readonly number[] {
  const { batch, rows, inner, columns, transposeA, transposeB } = example;
  const batches = batch.reduce((total, axis) => total * axis.size, 1);
  return Array.from({ length: batches * rows * columns }, (_, position) => {
    const column = position % columns;
    const row = Math.floor(position / columns) % rows;
    const matrix = Math.floor(position / (rows * columns));
    const offsetA = matrixIndex(batch, 'a', matrix) * rows * inner;
    const offsetB = matrixIndex(batch, 'b', matrix) * inner * columns;
    let sum = 0;
    for (let k = 0; k < inner; k += 1) {
      const left = a.values[offsetA + (transposeA ? k * rows + row : row * inner + k)] ?? Number.NaN;
      const right = b.values[offsetB + (transposeB ? column * inner + k : k * columns + column)] ?? Number.NaN;
      sum += left * right;
    }
    return sum;
  });
}

function matrixIndex(batch: Case['batch'], owner: 'a' | 'b', matrix: number): number {
  let rest = matrix;
  let index = 0;
  let stride = 1;
  for (const axis of [...batch].reverse()) {
    const coordinate = rest % axis.size;
    rest = Math.floor(rest / axis.size);
    if (axis.sharedBy === owner) continue;
    index += coordinate * stride;
    stride *= axis.size;
  }
  return index;
}
