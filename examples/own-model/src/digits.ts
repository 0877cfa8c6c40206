import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs';

/** Real handwriting: 28 × 28 grey values from 0 to 1, and which of the ten digits it is. */
export interface Digits {
  /** **Shape** [count, 28, 28, 1]. */
  readonly images: tf.Tensor4D;
  /** One-hot. **Shape** [count, 10]. */
  readonly labels: tf.Tensor2D;
}

const pixels = 28 * 28;
const { resolve } = createRequire(import.meta.url);

/** So many examples of MNIST (LeCun, Cortes & Burges), as many of each digit, beginning with example `from` of each. */
export const loadDigits = (count: number, from = 0): Digits => {
  const each = Math.ceil(count / 10);
  const files = Array.from({ length: 10 }, (_, digit) => read(digit).slice(from * pixels, (from + each) * pixels));
  // one of each digit after the other, so that every batch holds all of them
  const order = Array.from({ length: count }, (_, index) => ({ digit: index % 10, at: Math.floor(index / 10) }));
  const values = order.flatMap(({ digit, at }) => files[digit]?.slice(at * pixels, (at + 1) * pixels) ?? []);
  return {
    images: tf.tensor4d(values, [count, 28, 28, 1]),
    labels: tf.tidy(
      () =>
        tf
          .oneHot(
            tf.tensor1d(
              order.map(({ digit }) => digit),
              'int32',
            ),
            10,
          )
          .toFloat() as tf.Tensor2D,
    ),
  };
};

const read = (digit: number): number[] =>
  (JSON.parse(readFileSync(resolve(`mnist/src/digits/${digit}.json`), 'utf8')) as { readonly data: number[] }).data;
