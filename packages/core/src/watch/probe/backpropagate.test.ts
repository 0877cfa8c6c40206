import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../../engine/engine.ts';
import { backpropagate } from './backpropagate.ts';
import { withTape } from './tape.ts';

/** True values of ∂loss/∂x, in double precision. */
const gradientsOf = (loss: () => tf.Scalar, sources: readonly tf.Tensor[]): readonly (readonly number[])[] => {
  const read: number[][] = [];
  tf.tidy(() =>
    withTape(tf, loss, (value, tape) => {
      const gradients = backpropagate(tf, value, tape, sources);
      for (const { id } of sources) {
        const { tensor, exponent } = gradients.get(id) ?? { tensor: tf.scalar(Number.NaN), exponent: 0 };
        read.push([...tensor.dataSync()].map((entry) => (entry === 0 ? 0 : entry * 2 ** exponent)));
      }
    }),
  );
  return read;
};

test.for(enginesByRank)('$name: of an ordinary function with branches it is tf.grads, to the bit', async ({ name }, { skip }) => {
  await useEngine(name).catch(() => skip(`${name} does not run here`));
  const [x, w, v] = [
    tf.randomNormal([5, 4], 0, 1, 'float32', 1),
    tf.randomNormal([4, 4], 0, 1, 'float32', 2),
    tf.randomNormal([4], 0, 1, 'float32', 3),
  ];
  const loss = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor): tf.Scalar => {
    const hidden = tf.tanh(tf.add(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D), c));
    const [left, right] = tf.split(tf.add(hidden, tf.mul(a, c)), 2, 1) as [tf.Tensor, tf.Tensor];
    return tf.sum(tf.mul(tf.softmax(left), tf.square(right))) as tf.Scalar;
  };
  const expected = tf
    .grads(loss as (...all: tf.Tensor[]) => tf.Scalar)([x, w, v])
    .map((gradient) => [...gradient.dataSync()]);
  expect(gradientsOf(() => loss(x, w, v), [x, w, v])).toEqual(expected);
});

test.for(enginesByRank)(
  '$name: of a product of tiny or huge numbers it is what algebra says, where tf.grads says 0 or ∞',
  async ({ name }, { skip }) => {
    await useEngine(name).catch(() => skip(`${name} does not run here`));
    for (const [size, power] of [
      [2 ** -100, -100],
      [2 ** 60, 60],
    ] as const) {
      const x = tf.tensor1d([1, 2]);
      // (((x·s)/s·s)/s …): each factor passes the gradient on, and the forward signal stays small
      const scaled = tf.customGrad(((given: tf.Tensor) => ({
        value: tf.clone(given),
        gradFunc: (dy: tf.Tensor) => tf.mul(dy, size),
      })) as unknown as Parameters<typeof tf.customGrad>[0]) as (y: tf.Tensor) => tf.Tensor;
      const chain = (y: tf.Tensor): tf.Scalar => tf.sum(scaled(scaled(scaled(y)))) as tf.Scalar;
      // a way that brings nothing back meets one that brings little: zeros must not set the scale
      const both = (): tf.Scalar => tf.add(chain(x), tf.mul(tf.sum(x), 0)) as tf.Scalar;
      expect(gradientsOf(() => chain(x), [x])).toEqual([[2 ** (3 * power), 2 ** (3 * power)]]);
      expect(gradientsOf(both, [x])).toEqual([[2 ** (3 * power), 2 ** (3 * power)]]);
      const plain = tf
        .grad(chain as (y: tf.Tensor) => tf.Tensor)(x)
        .dataSync()[0];
      expect(plain === 0 || plain === Number.POSITIVE_INFINITY).toBe(true);
    }
  },
);

test('what has no way to the loss has no gradient, and the tape is closed whatever happens', async () => {
  await useEngine('cpu');
  const [x, apart] = [tf.scalar(2), tf.scalar(3)];
  const reached: boolean[] = [];
  tf.tidy(() => {
    const square = (): tf.Scalar => tf.square(x);
    withTape(tf, square, (loss, tape) => void reached.push(backpropagate(tf, loss, tape, [x, apart]).has(apart.id)));
  });
  expect(reached).toEqual([false]);
  const tensors = tf.memory().numTensors;
  const broken = (): tf.Scalar => {
    throw new Error('halfway');
  };
  expect(() => tf.tidy(() => void withTape(tf, broken, () => undefined))).toThrow('halfway');
  expect(tf.memory().numTensors).toBe(tensors);
  expect(
    tf
      .grad((y) => tf.square(y))(x)
      .dataSync()[0],
  ).toBe(4);
});
