import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf } = engine;
const size = 6;

/** Steps from matrices made before to the next one; a program is a list of them. */
const steps: readonly ((one: Tensor2D, other: Tensor2D) => Tensor)[] = [
  (one, other) => tf.matMul(one, other),
  (one, other) => tf.matMul(one, other, true),
  (one, other) => tf.add(one, other),
  (one, other) => tf.sub(one, other),
  (one, other) => tf.mul(one, other),
  (one, other) => tf.div(one, tf.add(1, tf.square(other))),
  (one, other) => tf.div(one, tf.sqrt(tf.add(0.1, tf.square(other)))),
  (one, other) => tf.maximum(one, other),
  (one, other) => tf.addN([one, other, one, other]),
  (one, other) => tf.add(one, tf.mean(other, 0, true)),
  (one, other) => tf.mul(one, tf.slice(other, [0, 0], [1, size])),
  (one, other) => tf.slice(tf.concat([one, other], 1), [0, 3], [size, size]),
  (one, other) => tf.slice(tf.reshape(tf.stack([one, other]), [size * 2, size]), [2, 0], [size, size]),
  (one) => tf.mul(one, 0.3),
  (one) => tf.add(one, -1.7),
  (one) => tf.div(one, 3),
  (one) => tf.sub(1, one),
  (one) => tf.neg(one),
  (one) => tf.square(one),
  (one) => tf.pow(one, 3),
  (one) => tf.log(tf.add(1, tf.abs(one))),
  (one) => tf.sub(tf.exp(tf.minimum(one, 5)), 1),
  (one) => tf.sigmoid(one),
  (one) => tf.tanh(one),
  (one) => tf.softplus(one),
  (one) => tf.relu(one),
  (one) => tf.elu(one),
  (one) => tf.selu(one),
  (one) => tf.erf(one),
  (one) => tf.sin(one),
  (one) => tf.leakyRelu(one, 0.2),
  (one) => tf.softmax(one),
  (one) => tf.logSoftmax(one),
  (one) => tf.transpose(one),
  (one) => tf.clone(one),
  (one) => tf.sub(one, tf.mean(one, 1, true)),
  (one) => tf.tile(tf.sum(one, 0, true), [size, 1]),
  (one) => tf.cumsum(one, 1),
  (one) => tf.stack(tf.unstack(one).reverse()),
  // those that TensorFlow.js cannot differentiate
  (one, other) => tf.where(tf.greater(one, other), one, other),
  (one) => tf.cast(tf.cast(tf.mul(tf.tanh(one), 9), 'int32'), 'float32'),
];

/** How many of the steps have no gradient. */
const stepsWithoutGradient = 2;

/** Steps among the first `count`: which, and how far back its two inputs lie. */
const programOf = (count: number): fc.Arbitrary<Program> =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 25 });

type Program = readonly (readonly [number, number, number])[];

/** Runs a program; the last matrices it made are its results. */
function run(instructions: Program, inputs: readonly Tensor2D[]): readonly Tensor2D[] {
  const made = [...inputs];
  for (const [step, back, further] of instructions) {
    const [one, other] = [made.at(-1 - (back % made.length)), made.at(-1 - (further % made.length))];
    const next = one && other && steps[step]?.(one, other);
    if (next !== undefined) made.push(next as Tensor2D);
  }
  return made.slice(-3);
}

function bitsOf(tensors: readonly Tensor[]): readonly (readonly number[])[] {
  return tensors.map((tensor) => [...new Uint32Array((tensor.dataSync() as Float32Array).map((value) => value).buffer)]);
}

function drawInputs(seed: number): [Tensor2D, Tensor2D] {
  return [tf.randomNormal([size, size], 0, 1, 'float32', seed), tf.randomNormal([size, size], 0, 1, 'float32', seed + 7)];
}

function expectSameBits(fn: (...inputs: Tensor2D[]) => readonly Tensor[]): void {
  const before = tf.memory().numTensors;
  const compiled = compile(engine, fn);
  tf.tidy(() => {
    compiled(...drawInputs(1));
    const fresh = drawInputs(2);
    expect(bitsOf(compiled(...fresh))).toEqual(bitsOf(fn(...fresh)));
  });
  compiled.dispose();
  expect(tf.memory().numTensors).toBe(before);
}

test('random programs give the same bits replayed as run, on numbers they were not recorded with', ({ skip }) => {
  if (engine.binding === null) return skip('only TensorFlow records');
  fc.assert(
    fc.property(programOf(steps.length), (instructions) => expectSameBits((...inputs) => run(instructions, inputs))),
    { numRuns: 60, seed: 20 },
  );
});

test('gradients through random programs give the same bits replayed as run', ({ skip }) => {
  if (engine.binding === null) return skip('only TensorFlow records');
  const sumOfLast = (instructions: Program, inputs: readonly Tensor2D[]): Tensor =>
    // a share of the inputs, so that every gradient exists
    tf.add(tf.sum(run(instructions, inputs).at(-1) as Tensor), tf.mul(1e-3, tf.sum(tf.addN([...inputs]))));
  fc.assert(
    fc.property(programOf(steps.length - stepsWithoutGradient), (instructions) =>
      expectSameBits((...inputs) => tf.grads((...tensors) => sumOfLast(instructions, tensors as Tensor2D[]))(inputs)),
    ),
    { numRuns: 40, seed: 21 },
  );
});
