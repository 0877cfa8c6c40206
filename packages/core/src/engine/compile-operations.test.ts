import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { useEngine } from './engine.ts';
import type { TensorFlow } from './tensorflow.ts';

const engine = await useEngine('auto');
const { tf } = engine;

/** What an operation is tried on: two square matrices, a stack of them, a batch of images, a kernel for them. */
interface Samples {
  readonly a: Tensor2D;
  readonly b: Tensor2D;
  readonly stack: Tensor;
  readonly images: Tensor4D;
  readonly kernel: Tensor4D;
}

type Operation = (samples: Samples, tf: TensorFlow) => Tensor | readonly Tensor[];

/** Every operation the laboratory uses, by TensorFlow.js's name; what needs positive numbers gets squares. */
const operations: Readonly<Record<string, Operation>> = {
  matMul: ({ a, b }) => tf.matMul(a, b),
  'matMul, first transposed': ({ a, b }) => tf.matMul(a, b, true),
  'matMul, second transposed': ({ a, b }) => tf.matMul(a, b, false, true),
  'matMul, batched': ({ stack }) => tf.matMul(stack, stack),
  'matMul, batched and transposed': ({ stack }) => [tf.matMul(stack, stack, true), tf.matMul(stack, stack, false, true)],
  'matMul, one matrix for a stack': ({ stack, a }) => tf.matMul(stack, tf.expandDims(a, 0)),
  'matMul of a vector': ({ a, b }) => tf.matMul(tf.slice(a, [0, 0], [1, 12]), b),
  dot: ({ a, b }) => tf.dot(a, b),
  outerProduct: ({ a, b }) => tf.outerProduct(tf.sum(a, 0), tf.sum(b, 0)),
  einsum: ({ stack }) => tf.einsum('sij,sjk->sik', stack, stack),
  add: ({ a, b }) => tf.add(a, b),
  'add, a row to each': ({ a, b }) => tf.add(a, tf.sum(b, 0)),
  'add, four in a row': ({ a, b }) => tf.add(tf.add(tf.add(a, b), tf.mul(a, b)), a),
  addN: ({ a, b }) => tf.addN([a, b, tf.neg(a), b, a]),
  'addN of many': ({ a, b }) =>
    Array.from({ length: 26 }, (_, count) =>
      tf.addN(Array.from({ length: count + 1 }, (__, index) => tf.mul(index % 2 === 0 ? a : b, 1 / (index + 1)))),
    ),
  sub: ({ a, b }) => tf.sub(1, tf.sub(a, b)),
  mul: ({ a, b }) => tf.mul(tf.mul(a, 0.3), tf.mul(b, 0.1)),
  div: ({ a, b }) => [tf.div(a, b), tf.div(a, 3), tf.div(a, 0), tf.div(a, Math.SQRT2)],
  divNoNan: ({ a, b }) => tf.divNoNan(a, tf.sub(b, b)),
  floorDiv: ({ a, b }) => tf.floorDiv(a, b),
  mod: ({ a, b }) => tf.mod(a, b),
  maximum: ({ a, b }) => tf.maximum(a, b),
  minimum: ({ a, b }) => tf.minimum(a, b),
  pow: ({ a, b }) => [tf.pow(a, 2), tf.pow(a, 3), tf.pow(tf.square(a), 0.5), tf.pow(tf.square(a), b), tf.pow(a, -1)],
  squaredDifference: ({ a, b }) => tf.squaredDifference(a, b),
  atan2: ({ a, b }) => tf.atan2(a, b),
  abs: ({ a }) => tf.abs(a),
  neg: ({ a }) => tf.neg(tf.neg(a)),
  sign: ({ a }) => tf.sign(a),
  round: ({ a }) => [tf.round(a), tf.floor(a), tf.ceil(a)],
  square: ({ a }) => tf.square(a),
  sqrt: ({ a }) => [tf.sqrt(tf.square(a)), tf.sqrt(a)],
  rsqrt: ({ a }) => tf.rsqrt(tf.add(tf.square(a), 1e-5)),
  'a quotient of a square root': ({ a, b }) => tf.div(a, tf.sqrt(tf.square(b))),
  reciprocal: ({ a, b }) => tf.mul(b, tf.reciprocal(a)),
  exp: ({ a }) => tf.exp(a),
  expm1: ({ a }) => [tf.expm1(a), tf.sub(tf.exp(a), 1)],
  log: ({ a }) => [tf.log(tf.square(a)), tf.log(a)],
  log1p: ({ a }) => [tf.log1p(tf.square(a)), tf.log(tf.add(1, tf.square(a)))],
  sin: ({ a }) => [tf.sin(a), tf.cos(a), tf.tan(a)],
  asin: ({ a }) => [tf.asin(tf.tanh(a)), tf.acos(tf.tanh(a)), tf.atan(a)],
  sinh: ({ a }) => [tf.sinh(a), tf.cosh(a), tf.asinh(a), tf.acosh(tf.add(1, tf.square(a))), tf.atanh(tf.tanh(a))],
  tanh: ({ a }) => tf.tanh(a),
  erf: ({ a }) => tf.erf(a),
  sigmoid: ({ a }) => tf.sigmoid(a),
  logSigmoid: ({ a }) => tf.logSigmoid(a),
  relu: ({ a }) => [tf.relu(a), tf.relu6(a)],
  'relu of a product and a row': ({ a, b }) => tf.relu(tf.add(tf.matMul(a, b), tf.sum(b, 0))),
  leakyRelu: ({ a }) => [tf.leakyRelu(a, 0.01), tf.maximum(a, tf.mul(a, 0.2))],
  prelu: ({ a, b }) => tf.prelu(a, b),
  elu: ({ a }) => tf.elu(a),
  selu: ({ a }) => tf.selu(a),
  softplus: ({ a }) => tf.softplus(a),
  softsign: ({ a }) => tf.div(a, tf.add(1, tf.abs(a))),
  silu: ({ a }) => tf.mul(a, tf.sigmoid(a)),
  mish: ({ a }) => tf.mul(a, tf.tanh(tf.softplus(a))),
  gelu: ({ a }) => tf.mul(tf.mul(a, 0.5), tf.add(1, tf.erf(tf.div(a, Math.SQRT2)))),
  'gelu by tanh': ({ a }) =>
    tf.mul(tf.mul(0.5, a), tf.add(1, tf.tanh(tf.mul(0.7978845608, tf.add(a, tf.mul(0.044715, tf.pow(a, 3))))))),
  'hard swish': ({ a }) => tf.mul(a, tf.div(tf.relu6(tf.add(a, 3)), 6)),
  step: ({ a }) => [tf.step(a), tf.step(a, 0.1)],
  clipByValue: ({ a }) => tf.clipByValue(a, -0.5, 0.7),
  softmax: ({ a }) => [tf.softmax(a), tf.log(tf.softmax(a))],
  logSoftmax: ({ a }) => tf.logSoftmax(a),
  logSumExp: ({ a }) => tf.logSumExp(a, 1, true),
  sum: ({ a, stack }) => [tf.sum(a), tf.sum(a, 0), tf.sum(stack, [0, 2], true), tf.sum(tf.sum(a, 1))],
  mean: ({ a, stack }) => [tf.mean(a), tf.mean(a, 1, true), tf.mean(stack, [1, 2]), tf.mean(tf.mean(a, 1), 0)],
  'max and min': ({ a, stack }) => [tf.max(a), tf.max(stack, [1, 2]), tf.min(a, 0), tf.min(a, 1, true)],
  prod: ({ a }) => tf.prod(a, 1),
  norm: ({ a }) => [tf.norm(a), tf.norm(a, 1, 1), tf.norm(a, 'euclidean', 0)],
  moments: ({ a }) => [tf.moments(a, 0).mean, tf.moments(a, 0).variance],
  'any and all': ({ a, b }) => [tf.any(tf.greater(a, b), 0), tf.all(tf.less(a, b), 1)],
  'argMax and argMin': ({ a }) => [tf.argMax(a, 1), tf.argMin(a, 0)],
  cumsum: ({ a }) => [tf.cumsum(a, 1), tf.cumsum(a, 0, true, true)],
  cumprod: ({ a }) => tf.cumprod(a, 1),
  topk: ({ a }) => [tf.topk(a, 3).values, tf.topk(a, 3).indices],
  comparisons: ({ a, b }) => [
    tf.greater(a, b),
    tf.greaterEqual(a, b),
    tf.less(a, 0),
    tf.lessEqual(a, 0),
    tf.equal(a, a),
    tf.notEqual(a, b),
  ],
  logic: ({ a, b }) => [
    tf.logicalAnd(tf.greater(a, 0), tf.greater(b, 0)),
    tf.logicalOr(tf.greater(a, 0), tf.greater(b, 0)),
    tf.logicalNot(tf.greater(a, 0)),
  ],
  where: ({ a, b }) => tf.where(tf.greater(a, 0), a, tf.mul(b, 2)),
  'isNaN, isInf, isFinite': ({ a }) =>
    [tf.isNaN(tf.log(a)), tf.isInf(tf.div(a, 0)), tf.isFinite(tf.log(a))].map((is) => tf.cast(is, 'float32')),
  cast: ({ a }) => [tf.cast(tf.mul(a, 9), 'int32'), tf.cast(a, 'bool'), tf.cast(tf.cast(tf.mul(a, 9), 'int32'), 'float32')],
  'whole numbers': ({ a }) => tf.add(tf.mul(tf.cast(tf.mul(a, 9), 'int32'), tf.scalar(3, 'int32')), tf.range(0, 12, 1, 'int32')),
  concat: ({ a, b }) => [tf.concat([a, b]), tf.concat([a, b, a], 1)],
  'stack and unstack': ({ a, b, stack }) => [
    tf.stack([a, b, a]),
    tf.stack([a, b], 2),
    ...tf.unstack(stack),
    ...tf.unstack(a, 1).slice(0, 2),
  ],
  slice: ({ a, stack }) => [tf.slice(a, [1, 2], [3, 4]), tf.slice(stack, [1], [2])],
  stridedSlice: ({ a }) => tf.stridedSlice(a, [0, 1], [12, 11], [2, 3]),
  split: ({ a }) => [...tf.split(a, 3), ...tf.split(a, [2, 4, 6], 1)],
  gather: ({ a }) => [tf.gather(a, tf.tensor1d([3, 0, 3], 'int32')), tf.gather(a, tf.tensor2d([[1, 2]], [1, 2], 'int32'), 1)],
  'gather by computed indices, with its gradient': ({ a, b }) => [
    tf.gather(a, tf.argMax(b, 1)),
    ...gradients(([x]) => tf.square(tf.gather(x as Tensor, tf.argMax(b, 1))), [a]),
  ],
  gatherND: ({ a }) =>
    tf.gatherND(
      a,
      tf.tensor2d(
        [
          [0, 1],
          [2, 3],
        ],
        [2, 2],
        'int32',
      ),
    ),
  scatterND: ({ a }) => tf.scatterND(tf.tensor2d([[0], [5]], [2, 1], 'int32'), tf.slice(a, [0, 0], [2, 12]), [7, 12]),
  oneHot: ({ a }) => [tf.oneHot(tf.argMax(a, 1), 12), tf.oneHot(tf.tensor1d([1, 0, 2], 'int32'), 4, 0.9, 0.1)],
  tile: ({ a }) => tf.tile(a, [2, 3]),
  broadcastTo: ({ a }) => tf.broadcastTo(tf.sum(a, 0, true), [5, 12]),
  reshape: ({ a }) => [
    tf.reshape(a, [4, -1]),
    tf.expandDims(a, 1),
    tf.squeeze(tf.expandDims(a, 0)),
    tf.reshape(tf.reshape(a, [144]), [2, 72]),
  ],
  transpose: ({ a, stack }) => [tf.transpose(a), tf.transpose(stack, [2, 0, 1]), tf.transpose(tf.transpose(a))],
  reverse: ({ a }) => [tf.reverse(a, 0), tf.reverse(a)],
  pad: ({ a }) => [
    tf.pad(
      a,
      [
        [1, 2],
        [0, 3],
      ],
      0.5,
    ),
    tf.mirrorPad(
      a,
      [
        [1, 1],
        [2, 2],
      ],
      'reflect',
    ),
  ],
  'zeros, ones and fill': ({ a }) => [
    tf.add(a, tf.zeros([12, 12])),
    tf.mul(a, tf.ones([12, 12])),
    tf.sub(a, tf.fill([12, 12], -0)),
    tf.zerosLike(a),
  ],
  'NaN and −0 as constants': ({ a }) => [
    tf.mul(a, Number.NaN),
    tf.mul(a, tf.fill([12, 12], Number.NaN)),
    tf.mul(a, -0),
    tf.mul(a, tf.fill([12], -0)),
  ],
  'eye and linspace': ({ a }) => [tf.matMul(a, tf.eye(12)), tf.mul(a, tf.linspace(0, 1, 12)), tf.diag(tf.sum(a, 0))],
  bandPart: ({ a }) => [tf.linalg.bandPart(a, 0, -1), tf.linalg.bandPart(a, 2, 1)],
  conv2d: ({ images, kernel }) => [tf.conv2d(images, kernel, 1, 'same'), tf.conv2d(images, kernel, 2, 'valid')],
  'conv2d with its gradients': ({ images, kernel }) =>
    gradients(([x, w]) => tf.conv2d(x as Tensor4D, w as Tensor4D, 1, 'same'), [images, kernel]),
  'relu of a convolution and a row': ({ images, kernel }) =>
    tf.relu(tf.add(tf.conv2d(images, kernel, 1, 'same'), tf.tensor1d([0.1, -0.2, 0.3, 0, 1]))),
  depthwiseConv2d: ({ images, kernel }) => tf.depthwiseConv2d(images, tf.slice(kernel, [0, 0, 0, 0], [3, 3, 3, 2]), 1, 'same'),
  conv2dTranspose: ({ images, kernel }) =>
    tf.conv2dTranspose(images, tf.transpose(kernel, [0, 1, 3, 2]), [2, 16, 16, 5], 2, 'same'),
  pooling: ({ images }) => [tf.maxPool(images, 2, 2, 'valid'), tf.avgPool(images, 3, 1, 'same')],
  'pooling with its gradients': ({ images }) => [
    ...gradients(([x]) => tf.maxPool(x as Tensor4D, 2, 2, 'same'), [images]),
    ...gradients(([x]) => tf.avgPool(x as Tensor4D, 2, 2, 'same'), [images]),
  ],
  batchNorm: ({ images }) => {
    const { mean, variance } = tf.moments(images, [0, 1, 2]);
    return tf.batchNorm(images, mean, variance, tf.ones([3]), tf.ones([3]), 1e-3);
  },
  'batch normalisation by hand, with its gradient': ({ a }) => gradients(([x]) => normalised(x as Tensor, 0), [a]),
  'layer normalisation by hand': ({ a }) => tf.add(tf.mul(normalised(a, 1), 1.5), 0.2),
  'rms normalisation': ({ a }) => tf.mul(a, tf.rsqrt(tf.add(tf.mean(tf.square(a), 1, true), 1e-6))),
  'softmax cross-entropy with its gradient': ({ a }) => {
    const targets = tf.oneHot(
      tf.tensor1d(
        Array.from({ length: 12 }, (_, index) => index % 10),
        'int32',
      ),
      12,
    );
    return gradients(([x]) => tf.losses.softmaxCrossEntropy(targets, x as Tensor), [a]);
  },
  'attention with its gradients': ({ a, b }) => gradients(([x, w]) => attention(x as Tensor2D, w as Tensor2D), [a, b]),
  'a deep network with its gradients': ({ a, b }) => gradients(([x, w]) => deepNetwork(x as Tensor2D, w as Tensor2D), [a, b]),
  'gradients of smooth activations': ({ a }) =>
    [tf.elu, tf.selu, tf.softplus, tf.erf, tf.sigmoid, tf.tanh, tf.sin, tf.leakyRelu, tf.relu, tf.logSoftmax].flatMap(
      (activation) => gradients(([x]) => activation(x as Tensor), [a]),
    ),
  'a long short-term memory of twenty steps, with its gradient': ({ a, b }) =>
    gradients(([x, w]) => longShortTermMemory(x as Tensor2D, w as Tensor2D, 20), [a, b]),
};

/** Gradients of Σ y² with respect to each of the inputs. */
function gradients(fn: (inputs: readonly Tensor[]) => Tensor, inputs: readonly Tensor[]): readonly Tensor[] {
  return tf.grads((...tensors) => tf.sum(tf.square(fn(tensors))))([...inputs]);
}

function normalised(x: Tensor, axis: number): Tensor {
  const centred = tf.sub(x, tf.mean(x, axis, true));
  return tf.div(centred, tf.sqrt(tf.add(tf.mean(tf.square(centred), axis, true), 1e-5)));
}

function attention(x: Tensor2D, w: Tensor2D): Tensor {
  const [query, key, value] = [tf.matMul(x, w), tf.matMul(x, w, false, true), tf.add(x, w)];
  return tf.matMul(tf.softmax(tf.mul(tf.matMul(query, key, false, true), 1 / Math.sqrt(12))), value);
}

function deepNetwork(x: Tensor2D, w: Tensor2D): Tensor {
  let hidden: Tensor2D = x;
  for (let layer = 0; layer < 12; layer += 1) hidden = tf.tanh(tf.add(tf.matMul(hidden, w), tf.mul(hidden, 0.1)));
  return hidden;
}

function longShortTermMemory(x: Tensor2D, w: Tensor2D, steps: number): Tensor {
  let [hidden, cell]: [Tensor, Tensor] = [tf.zeros([12, 3]), tf.zeros([12, 3])];
  for (let step = 0; step < steps; step += 1) {
    const gates = tf.add(tf.matMul(x, w), tf.tile(hidden, [1, 4]));
    const [input, forget, output, candidate] = tf.split(gates, 4, 1) as [Tensor, Tensor, Tensor, Tensor];
    cell = tf.add(tf.mul(tf.sigmoid(forget), cell), tf.mul(tf.sigmoid(input), tf.tanh(candidate)));
    hidden = tf.mul(tf.sigmoid(output), tf.tanh(cell));
  }
  return hidden;
}

function drawSamples(seed: number): Samples {
  const draw = (shape: number[]): Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed + shape.length);
  return {
    a: tf.randomNormal([12, 12], 0, 1, 'float32', seed),
    b: tf.randomNormal([12, 12], 0, 0.5, 'float32', seed + 1),
    stack: draw([3, 12, 12]),
    images: draw([2, 8, 8, 3]) as Tensor4D,
    kernel: tf.randomNormal([3, 3, 3, 5], 0, 1, 'float32', seed + 2) as Tensor4D,
  };
}

/** The bits of tensors, every NaN as the same one: its sign and payload mean nothing. */
function bitsOf(tensors: readonly Tensor[]): readonly (readonly number[])[] {
  return tensors.map((tensor) => {
    const values = tensor.dataSync();
    return values instanceof Float32Array ? [...new Uint32Array(values.map((value) => value).buffer)] : [...values];
  });
}

test.for(Object.entries(operations))('%s gives the same bits replayed as run', ([, operation], { skip }) => {
  if (engine.binding === null) return skip('only TensorFlow records');
  const fn = (a: Tensor2D, b: Tensor2D, stack: Tensor, images: Tensor4D, kernel: Tensor4D): readonly Tensor[] =>
    [operation({ a, b, stack, images, kernel }, tf)].flat() as readonly Tensor[];
  const compiled = compile(engine, fn);
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    for (const seed of [1, 101]) {
      const { a, b, stack, images, kernel } = drawSamples(seed);
      const run = tf.tidy(() => [...fn(a, b, stack, images, kernel)]);
      // recorded at first, replayed on other numbers
      const answers = compiled(a, b, stack, images, kernel);
      expect(answers.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(run.map(({ shape, dtype }) => ({ shape, dtype })));
      expect(bitsOf(answers)).toEqual(bitsOf(run));
    }
  });
  expect(tf.memory().numTensors).toBe(before);
  compiled.dispose();
});
