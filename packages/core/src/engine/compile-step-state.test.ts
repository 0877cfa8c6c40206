import type { Optimizer, Scalar, Tensor, Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileStep } from './compile-step.ts';
import { enginesByRank, useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf, binding } = engine;
const numbersOf = (tensor: Tensor): readonly number[] => [...tensor.dataSync()];
const graphs = (): number => binding?.getNumOfSavedModels() ?? 0;

let before = { tensors: 0, graphs: 0, native: 0 };
const held = (): typeof before => ({
  tensors: tf.memory().numTensors,
  graphs: graphs(),
  native: binding?.getNumOfTensors() ?? 0,
});

beforeEach(async () => {
  await useEngine(engine.name);
  before = held();
  tf.engine().startScope();
});

afterEach(() => {
  tf.engine().endScope();
  tf.disposeVariables();
  expect(held(), 'every tensor and every graph is freed').toEqual(before);
});

const batches = Array.from({ length: 12 }, (_, number) => Array.from({ length: 4 }, (__, row) => Math.sin(3 * number + row)));
const column = (number: number): Tensor2D => tf.tensor2d(batches[number % batches.length] as number[], [4, 1]);

/** A line to fit, y = 2x + 1, and the loss of the fit. */
const openLine = () => {
  const slope = tf.variable(tf.tensor2d([[0.5]]));
  const offset = tf.variable(tf.scalar(-1));
  const loss = (x: Tensor2D): Scalar => tf.mean(tf.square(tf.sub(tf.add(tf.matMul(x, slope), offset), tf.add(tf.mul(x, 2), 1))));
  return { slope, offset, loss, weights: () => [slope, offset].flatMap(numbersOf) };
};

type Line = ReturnType<typeof openLine>;
type Step = (x: Tensor2D, ...more: Tensor[]) => Tensor;

/** Takes the same steps plainly and compiled, and tells the weights after each. */
const takeBoth = (
  open: (line: Line) => { readonly step: Step; readonly between?: (number: number) => void; readonly close?: () => void },
  more: (number: number) => Tensor[] = () => [],
  steps = 12,
) =>
  [false, true].map((isCompiled) => {
    const line = openLine();
    const { step, between, close } = open(line);
    const compiled = isCompiled ? compileStep(engine, step) : null;
    const taken = Array.from({ length: steps }, (_, number) => {
      between?.(number);
      (compiled ?? step)(column(number), ...more(number));
      return line.weights();
    });
    compiled?.dispose();
    close?.();
    return taken;
  });

/** A setting of an optimizer that TensorFlow.js declares protected. */
const set = (optimizer: Optimizer, name: string, value: number): void => {
  Reflect.set(optimizer, name, value);
};

describe.each(enginesByRank.map(({ name }) => name))('on %s', (name) => {
  test('a compiled step trains like the step', async ({ skip }) => {
    const here = await useEngine(name).catch(() => null);
    if (here === null) return skip(`${name} does not run here`);
    const { slope, offset, loss } = openLine();
    const optimizer = here.tf.train.adam(0.1);
    const step = compileStep(here, (x: Tensor2D) => optimizer.minimize(() => loss(x), true) as Scalar);
    const losses = Array.from({ length: 150 }, (_, number) => numbersOf(step(column(number)))[0] ?? Number.NaN);
    expect(losses.at(-1)).toBeLessThan(1e-2 * (losses[0] ?? 0));
    step.dispose();
    optimizer.dispose();
    here.tf.dispose([slope, offset]);
  });
});

describe('numbers that change from step to step', () => {
  test.each([
    [
      'sgd',
      () => tf.train.sgd(0.1),
      (optimizer: Optimizer, rate: number) =>
        (optimizer as never as { setLearningRate: (to: number) => void }).setLearningRate(rate),
    ],
    ['adam', () => tf.train.adam(0.1), (optimizer: Optimizer, rate: number) => set(optimizer, 'learningRate', rate)],
    ['rmsprop', () => tf.train.rmsprop(0.1), (optimizer: Optimizer, rate: number) => set(optimizer, 'learningRate', rate)],
    ['adagrad', () => tf.train.adagrad(0.1), (optimizer: Optimizer, rate: number) => set(optimizer, 'learningRate', rate)],
  ] as const)('a learning rate of %s that decays is followed by one graph', (_, make, setRate) => {
    const rates = (number: number): number => (number < 5 ? 0.1 : 0.1 * 0.8 ** (number - 5));
    let built = 0;
    let runs = 0;
    const [eager, compiled] = takeBoth(({ loss }) => {
      const optimizer = make();
      runs = 0;
      return {
        step: (x) => {
          runs += 1;
          return optimizer.minimize(() => loss(x), true) as Scalar;
        },
        between: (number) => {
          setRate(optimizer, rates(number));
          built = graphs() - before.graphs;
        },
        close: () => closeOptimizer(optimizer),
      };
    });
    expect(compiled).toEqual(eager);
    expect(built).toBe(binding === null ? 0 : 1);
    expect(runs, 'first, recorded, compared, and once more when the rate first changes').toBe(binding === null ? 12 : 4);
  });

  test('a decay rate that appears as β and as 1 − β is followed, too', () => {
    const [eager, compiled] = takeBoth(({ loss }) => {
      const optimizer = tf.train.rmsprop(0.1, 0.9);
      return {
        step: (x) => optimizer.minimize(() => loss(x), true) as Scalar,
        between: (number) => set(optimizer, 'decay', 0.9 - 0.03 * number),
        close: () => optimizer.dispose(),
      };
    });
    expect(compiled).toEqual(eager);
  });

  test('a rate as an argument needs no optimizer', () => {
    const [eager, compiled] = takeBoth(
      ({ loss, slope, offset }) => ({
        step: (x, rate) => {
          const { value, grads } = tf.variableGrads(() => loss(x), [slope, offset]);
          for (const variable of [slope, offset] as readonly Variable[])
            variable.assign(tf.sub(variable, tf.mul(rate as Tensor, grads[variable.name] as Tensor)));
          return value;
        },
      }),
      (number) => [tf.scalar(0.2 / (1 + number))],
    );
    expect(compiled).toEqual(eager);
  });
});

describe('state', () => {
  test('a moving average of the weights, clipped gradients and a step count are variables like others', () => {
    const averages: (readonly number[])[] = [];
    const [eager, compiled] = takeBoth(({ loss, slope, offset }) => {
      const optimizer = tf.train.momentum(0.1, 0.5);
      const [average, count] = [tf.variable(tf.zeros([1, 1])), tf.variable(tf.scalar(0))];
      return {
        step: (x) => {
          const { value, grads } = tf.variableGrads(() => loss(x), [slope, offset]);
          const norm = tf.sqrt(tf.addN(Object.values(grads).map((gradient) => tf.sum(tf.square(gradient)))));
          const factor = tf.minimum(1, tf.div(0.5, norm));
          optimizer.applyGradients(Object.fromEntries(Object.entries(grads).map(([name, one]) => [name, tf.mul(one, factor)])));
          count.assign(tf.add(count, 1));
          average.assign(tf.add(tf.mul(average, 0.9), tf.mul(slope as Tensor2D, 0.1)));
          return value;
        },
        close: () => {
          averages.push([average, count].flatMap(numbersOf));
          closeOptimizer(optimizer);
        },
      };
    });
    expect(compiled).toEqual(eager);
    expect(averages[1]).toEqual(averages[0]);
    expect(averages[1]?.[1]).toBe(12);
  });

  test('a variable may be set between steps, keeps its id, and gives its tensors back', () => {
    const { slope, loss, weights } = openLine();
    const optimizer = tf.train.sgd(0.1);
    const step = compileStep(engine, (x: Tensor2D) => optimizer.minimize(() => loss(x), true) as Scalar);
    const { id } = slope;
    const taken = Array.from({ length: 8 }, (_, number) => {
      tf.tidy(() => {
        if (number === 6) slope.assign(tf.tensor2d([[2]]));
        step(column(0));
      });
      return [weights()[0], tf.memory().numTensors];
    });
    expect(slope.id).toBe(id);
    expect(taken[6]?.[0]).toBeGreaterThan(1.9);
    expect(new Set(taken.slice(2).map(([, tensors]) => tensors)).size).toBe(1);
    step.dispose();
    optimizer.dispose();
  });

  test('variables that share their numbers are told apart, and copies of them stay what they are', () => {
    const shared = tf.tensor1d([1, 2]);
    const [one, other] = [tf.variable(shared), tf.variable(shared)];
    const step = compileStep(engine, () => {
      one.assign(tf.add(one, other) as Tensor1D);
      return other;
    });
    for (let call = 0; call < 6; call += 1) expect(numbersOf(step())).toEqual([1, 2]);
    expect([one, other, shared].map(numbersOf)).toEqual([
      [7, 14],
      [1, 2],
      [1, 2],
    ]);
    step.dispose();
  });

  test('variables may swap their numbers', () => {
    const [one, other] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2))];
    const step = compileStep(engine, () => {
      const held = tf.clone(one);
      one.assign(other as Scalar);
      other.assign(held);
    });
    const taken = Array.from({ length: 7 }, () => [step(), ...[one, other].flatMap(numbersOf)].slice(1));
    expect(taken).toEqual([2, 1, 2, 1, 2, 1, 2].map((first) => [first, 3 - first]));
    step.dispose();
  });

  test('two steps over the same variables see each other', () => {
    const weight = tf.variable(tf.scalar(1));
    const double = compileStep(engine, () => weight.assign(tf.mul(weight, 2)));
    const increase = compileStep(engine, () => weight.assign(tf.add(weight, 1)));
    let expected = 1;
    for (let call = 0; call < 8; call += 1) {
      double();
      increase();
      expected = 2 * expected + 1;
      expect(numbersOf(weight)).toEqual([expected]);
    }
    double.dispose();
    increase.dispose();
  });
});

describe('what a step is made of may change', () => {
  test('a frozen variable stays where it is, and moves again when it is trained again', () => {
    const [eager, compiled] = takeBoth(({ loss, slope }) => {
      const optimizer = tf.train.sgd(0.1);
      return {
        step: (x) => optimizer.minimize(() => loss(x), true) as Scalar,
        between: (number) => {
          slope.trainable = number < 5 || number > 8;
        },
        close: () => optimizer.dispose(),
      };
    });
    expect(compiled).toEqual(eager);
    expect(compiled?.[8]?.[0]).toBe(compiled?.[5]?.[0]);
  });

  test('another optimizer takes over when the old one is disposed of', () => {
    const [eager, compiled] = takeBoth(({ loss }) => {
      let optimizer: Optimizer = tf.train.adam(0.1);
      return {
        step: (x) => optimizer.minimize(() => loss(x), true) as Scalar,
        between: (number) => {
          if (number !== 6) return;
          optimizer.dispose();
          optimizer = tf.train.sgd(0.05);
        },
        close: () => optimizer.dispose(),
      };
    });
    expect(compiled).toEqual(eager);
  });

  test('an optimizer that is given its weights goes on from them', async () => {
    const states: (readonly number[])[] = [];
    for (const isCompiled of [false, true]) {
      const { loss, weights, slope, offset } = openLine();
      const optimizer = tf.train.momentum(0.1, 0.9);
      const plain = (x: Tensor2D): Scalar => optimizer.minimize(() => loss(x), true, [slope, offset]) as Scalar;
      const step = isCompiled ? compileStep(engine, plain) : plain;
      for (let number = 0; number < 6; number += 1) step(column(number));
      await optimizer.setWeights(
        (await optimizer.getWeights()).map(({ name, tensor }) => ({ name, tensor: tf.zerosLike(tensor) })),
      );
      for (let number = 6; number < 12; number += 1) step(column(number));
      states.push([...weights(), optimizer.iterations]);
      if ('dispose' in step) (step.dispose as () => void)();
      closeOptimizer(optimizer);
    }
    expect(states[1]).toEqual(states[0]);
  });

  test('results may be one, several or none', () => {
    const weight = tf.variable(tf.scalar(1));
    const add = (x: Tensor): void => weight.assign(tf.add(weight, x));
    const none = compileStep(engine, add);
    const several = compileStep(engine, (x: Tensor) => {
      add(x);
      return [weight, tf.mul(weight, 2), x];
    });
    for (let call = 0; call < 5; call += 1) {
      const now = 1 + 2 * call;
      expect(none(tf.scalar(1))).toBeFalsy();
      expect(several(tf.scalar(1)).map(numbersOf)).toEqual([[now + 2], [2 * (now + 2)], [1]]);
    }
    none.dispose();
    several.dispose();
  });
});

/** Momentum forgets to free the learning rate that it inherits. */
function closeOptimizer(optimizer: Optimizer): void {
  optimizer.dispose();
  const rate: unknown = Reflect.get(optimizer, 'c');
  if (rate instanceof tf.Tensor && !rate.isDisposed) rate.dispose();
}
