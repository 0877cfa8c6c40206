import type { Optimizer, Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CompileError } from './compile-error.ts';
import { compileStep } from './compile-step.ts';
import { useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf, binding } = engine;
const numbersOf = (tensor: Tensor): readonly number[] => [...tensor.dataSync()];

let outside: { weight: ReturnType<typeof tf.variable>; tensor: Tensor; optimizer: Optimizer; number: number; kept: Tensor[] };

beforeEach(async () => {
  await useEngine(engine.name);
  outside = {
    weight: tf.variable(tf.tensor1d([1, 2])),
    tensor: tf.tensor1d([1, 1]),
    optimizer: tf.train.adam(0.1),
    number: 0,
    kept: [],
  };
});

afterEach(() => {
  outside.optimizer.dispose();
  tf.dispose([outside.tensor, ...outside.kept]);
  tf.disposeVariables();
});

/** One step of Adam on Σ (w · factor)². */
const descend = (factor: () => Tensor): Scalar =>
  outside.optimizer.minimize(() => tf.sum(tf.square(tf.mul(outside.weight, factor()))), true) as Scalar;

/** What cannot be recorded, a word of what its refusal says, and the call that says it. */
const refused: Readonly<Record<string, readonly [() => unknown, string, number]>> = {
  'reads with dataSync': [
    () => descend(() => tf.scalar(outside.weight.dataSync()[0] ?? 0)),
    'reads the numbers of a tensor (dataSync, data, array, print …)',
    2,
  ],
  'branches on the loss': [
    () => (numbersOf(descend(() => tf.scalar(1)))[0] === 0 ? tf.scalar(0) : tf.scalar(1)),
    'decide with tf.where',
    2,
  ],
  'reads with data and does not wait': [
    () => {
      const loss = descend(() => tf.scalar(1));
      loss.data().then(
        () => undefined,
        () => undefined,
      );
      return loss;
    },
    'return the tensor and read it outside',
    2,
  ],
  'is async': [async () => descend(() => tf.scalar(1)), 'await outside', 1],
  'returns a promise': [() => Promise.resolve(descend(() => tf.scalar(1))), 'await outside', 1],
  'returns a number': [() => 7, 'return a tensor or a list of tensors', 1],
  'makes its batch inside': [
    () => {
      outside.number += 0.5;
      return descend(() => tf.tensor1d([outside.number, 1]));
    },
    'a number that the compiled step makes in JavaScript changed (1 on call 2, 1.5 on call 3), and a replay would hold it fixed; pass it as an argument',
    3,
  ],
  'counts its steps in JavaScript': [
    () => {
      outside.number += 1;
      return descend(() => tf.pow(0.9, tf.scalar(outside.number)));
    },
    'pass it as an argument, in tf.scalar or tf.tensor',
    3,
  ],
  'does something else on every other call': [
    () => {
      outside.number += 1;
      return descend(() => (outside.number % 2 === 0 ? tf.scalar(1) : tf.exp(tf.scalar(1))));
    },
    'does something else on call 3 than on call 2',
    3,
  ],
  'does more on a later call': [
    () => {
      outside.number += 1;
      const loss = descend(() => tf.scalar(1));
      return outside.number > 2 ? [loss, tf.neg(loss)] : loss;
    },
    'compile a step for each case',
    3,
  ],
  'uses a tensor from outside': [
    () => descend(() => outside.tensor),
    "uses a tensor of shape [2] (float32) from outside, which a replay would hold fixed at today's numbers; pass it as an argument, or keep it in a tf.variable",
    2,
  ],
  'makes a variable on every call': [
    () => {
      outside.kept.push(tf.variable(tf.scalar(1)));
      return descend(() => tf.scalar(1));
    },
    ', which a replay would not do; do that outside, or once and for all in the first call',
    2,
  ],
  'keeps a tensor on every call': [
    () => {
      const loss = descend(() => tf.scalar(1));
      outside.kept.push(tf.keep(tf.neg(loss)));
      return loss;
    },
    'keeps 1 tensor(s) beyond its results',
    2,
  ],
  'draws numbers with parameters of many digits': [
    () => descend(() => tf.sum(tf.randomUniform([8], 0, Math.PI))),
    'draw standard numbers and scale them',
    2,
  ],
  'draws two numbers, which fit any law': [
    () => descend(() => tf.randomNormal([2], 0, 0.1)),
    'draw standard numbers and scale them',
    2,
  ],
  'draws whole numbers': [
    () => descend(() => tf.cast(tf.randomUniform([2], 0, 9, 'int32'), 'float32')),
    'or by tf.randomUniform or tf.randomNormal of float32',
    2,
  ],
  'draws two truncated numbers, which look like any': [
    () => descend(() => tf.truncatedNormal([2])),
    'or by tf.randomUniform or tf.randomNormal of float32',
    2,
  ],
  'draws a number for JavaScript': [
    () => {
      const isSkipped = Math.random() < 0.5;
      return isSkipped ? tf.scalar(0) : descend(() => tf.scalar(1));
    },
    'draw outside and pass the numbers as an argument',
    2,
  ],
  'draws in TensorFlow': [
    () => descend(() => tf.cast(tf.multinomial(tf.tensor1d([0.5, 0.5]), 2, 3), 'float32')),
    '"Multinomial": it draws other numbers on every run',
    2,
  ],
  'sets the learning rate itself': [
    () => {
      const loss = descend(() => tf.scalar(1));
      Reflect.set(outside.optimizer, 'learningRate', 0.9 * Number(Reflect.get(outside.optimizer, 'learningRate')));
      return loss;
    },
    'sets "learningRate" of its optimizer (',
    2,
  ],
  'has shapes that depend on numbers': [
    () => {
      descend(() => tf.scalar(1));
      return tf.unique(outside.weight as Tensor1D).values;
    },
    'keep all entries and mask them',
    2,
  ],
};

describe('a refusal', { skip: binding === null }, () => {
  test.for(Object.entries(refused))('comes in time and leaves all as it was: a step that %s', ([, [fn, words, call]]) => {
    const step = compileStep(engine, fn as () => Tensor);
    const random = Math.random;
    const results = Array.from({ length: call - 1 }, () => step());
    const [weights, { iterations }] = [numbersOf(outside.weight), outside.optimizer];
    const taken = (): unknown => step();
    expect(taken).toThrow(words);
    expect(numbersOf(outside.weight)).toEqual(call === 1 ? numbersOf(outside.weight) : weights);
    expect(outside.optimizer.iterations).toBe(call === 1 ? outside.optimizer.iterations : iterations);
    expect(Math.random).toBe(random);
    tf.dispose(results as unknown as Tensor[]);
    step.dispose();
  });

  test('is a CompileError, again and again', () => {
    const step = compileStep(engine, () => descend(() => outside.tensor));
    step();
    const taken = (): unknown => step();
    for (let call = 0; call < 3; call += 1) expect(taken).toThrow(CompileError);
    step.dispose();
  });

  test('comes at a check where a number began to change after it was recorded', () => {
    const step = compileStep(engine, () => descend(() => tf.scalar(outside.number)));
    outside.number = 1;
    for (let call = 1; call <= 10; call += 1) step();
    outside.number = 2;
    for (let call = 11; call <= 18; call += 1) step();
    const weights = numbersOf(outside.weight);
    const taken = (): unknown => step();
    expect(taken).toThrow('changed (1 on call 3, 2 on call 19, and the calls between may have used 1)');
    expect(numbersOf(outside.weight)).toEqual(weights);
    step.dispose();
  });

  test('of a variable as an argument says where variables belong', () => {
    const step = compileStep(engine, (x: Tensor) => tf.neg(x));
    expect(() => step(outside.weight)).toThrow('let the step close over its variables');
  });

  test('of variables of another copy of TensorFlow.js says which copy to use', () => {
    const step = compileStep(engine, () => descend(() => tf.scalar(1)));
    step();
    Object.setPrototypeOf(outside.weight, Object.create(tf.Variable.prototype));
    expect(() => step()).toThrow('make models, optimizers and tensors with engine.tf');
    Object.setPrototypeOf(outside.weight, tf.Variable.prototype);
    step.dispose();
  });

  test('of a step that replaces a tensor of its optimizer says where state belongs', () => {
    const optimizer = tf.train.sgd(0.1);
    const step = compileStep(engine, () => {
      const loss = optimizer.minimize(() => tf.sum(tf.square(outside.weight)), true) as Scalar;
      const rate = Reflect.get(optimizer, 'c') as Tensor;
      Reflect.set(optimizer, 'c', tf.keep(tf.mul(rate, 0.9)));
      rate.dispose();
      return loss;
    });
    step();
    expect(() => step()).toThrow('replaces the tensor "c" of its optimizer, which a replay would not do');
    step.dispose();
    optimizer.dispose();
  });

  test('of stateful recurrent layers names their state', () => {
    const layer = tf.layers.simpleRNN({ units: 2, stateful: true, batchInputShape: [1, 3, 2] });
    const model = tf.sequential({ layers: [layer] });
    const step = compileStep(
      engine,
      (x: Tensor) => outside.optimizer.minimize(() => tf.sum(model.apply(x) as Tensor), true) as Scalar,
    );
    const x = tf.ones([1, 3, 2]);
    step(x);
    expect(() => step(x)).toThrow('uses a tensor of shape [1,2] (float32) from outside');
    step.dispose();
  });

  test('of what goes wrong in the step is the step’s own error, and its weights stay', () => {
    const step = compileStep(engine, (x: Tensor) => {
      const loss = descend(() => tf.scalar(1));
      if (x.shape[0] === 3) throw new RangeError('not three');
      return loss;
    });
    step(tf.ones([1]));
    const weights = numbersOf(outside.weight);
    expect(() => step(tf.ones([3]))).toThrow(RangeError);
    expect(numbersOf(outside.weight)).toEqual(weights);
    step.dispose();
  });

  test('of an index beyond the end comes from TensorFlow before any variable moves', () => {
    const table = tf.variable(tf.tensor2d([[1], [2]]));
    const step = compileStep(engine, (rows: Tensor) => {
      const loss = outside.optimizer.minimize(() => tf.sum(tf.gather(table, rows as Tensor1D)), true) as Scalar;
      return loss;
    });
    for (let call = 0; call < 5; call += 1) step(tf.tensor1d([1], 'int32'));
    const weights = numbersOf(table);
    expect(() => step(tf.tensor1d([2], 'int32'))).toThrow(/(is not in|is out of range) \[0, 2\)/);
    expect(numbersOf(table)).toEqual(weights);
    step.dispose();
  });
});
