import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { CompileError } from './compile-error.ts';
import { enginesByRank, useEngine } from './engine.ts';

const engine = await useEngine('auto');
const { tf, binding } = engine;
const graphs = (): number => binding?.getNumOfSavedModels() ?? 0;
const vector = (...values: number[]): Tensor1D => tf.tensor1d(values);
const numbersOf = (tensor: Tensor | undefined): readonly number[] => [...(tensor?.dataSync() ?? [])];

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
  expect(held(), 'every tensor and every graph is freed').toEqual(before);
});

describe.each(enginesByRank.map(({ name }) => name))('on %s', (name) => {
  test('a compiled function answers like the function, call after call', async ({ skip }) => {
    const here = await useEngine(name).catch(() => null);
    if (here === null) return skip(`${name} does not run here`);
    const line = compile(here, (x: Tensor, slope: Tensor, offset: Tensor) => tf.add(tf.mul(slope, x), offset));
    for (const [slope, offset] of [
      [2, 1],
      [3, -1],
      [0, 5],
    ] as const) {
      const answer = line(vector(1, 2, 3), tf.scalar(slope), tf.scalar(offset));
      expect(numbersOf(answer)).toEqual([1, 2, 3].map((x) => slope * x + offset));
    }
    line.dispose();
  });

  test('results are tensors of their own: arguments, clones and repeated tensors too', async ({ skip }) => {
    const here = await useEngine(name).catch(() => null);
    if (here === null) return skip(`${name} does not run here`);
    const spread = compile(here, (x: Tensor) => {
      const double = tf.mul(x, 2);
      return [x, double, double, tf.clone(double), tf.reshape(x, [2, 1]), tf.scalar(7)];
    });
    for (let call = 0; call < 3; call += 1) {
      const x = vector(call, 1);
      const answers = spread(x);
      expect(answers.map(numbersOf)).toEqual([[call, 1], [2 * call, 2], [2 * call, 2], [2 * call, 2], [call, 1], [7]]);
      for (const answer of answers) answer.dispose();
      expect(numbersOf(x)).toEqual([call, 1]);
    }
    spread.dispose();
  });
});

describe('on TensorFlow', { skip: binding === null }, () => {
  test('a graph is built on the second call with the same shapes and types, and on no other', () => {
    const square = compile(engine, (x: Tensor) => tf.square(x));
    const steps = [vector(1, 2), vector(1), tf.tensor1d([1, 2], 'int32'), vector(3, 4), vector(5, 6), vector(2)];
    const counts = steps.map((x) => {
      square(x);
      return graphs() - before.graphs;
    });
    expect(counts).toEqual([0, 0, 0, 1, 1, 2]);
    square.dispose();
  });

  test('`after` postpones the graph', () => {
    const square = compile(engine, (x: Tensor) => tf.square(x), { after: 3 });
    const counts = [1, 2, 3, 4, 5].map((x) => {
      expect(numbersOf(square(vector(x)))).toEqual([x * x]);
      return graphs() - before.graphs;
    });
    expect(counts).toEqual([0, 0, 0, 1, 1]);
    square.dispose();
  });

  test('`keep` limits the graphs, and the one not used for longest goes first', () => {
    let runs = 0;
    const count = (x: Tensor): Tensor => {
      runs += 1;
      return tf.neg(x);
    };
    const negate = compile(engine, count, { keep: 2 });
    const [one, two, three] = [vector(1), vector(1, 2), vector(1, 2, 3)];
    for (const x of [one, one, two, two, one, three, three]) negate(x);
    expect(graphs() - before.graphs).toBe(2);
    expect(runs).toBe(3);
    negate(one);
    expect(runs, 'the first is still there').toBe(3);
    negate(two);
    expect(runs, 'the second had to go').toBe(4);
    negate.dispose();
  });

  test('disposed of, a function starts anew', () => {
    const negate = compile(engine, (x: Tensor) => tf.neg(x));
    for (let round = 0; round < 2; round += 1) {
      for (const x of [1, 2, 3]) expect(numbersOf(negate(vector(x)))).toEqual([-x]);
      expect(graphs() - before.graphs).toBe(1);
      negate.dispose();
      expect(graphs()).toBe(before.graphs);
    }
  });

  test('the function itself runs once per combination of shapes', () => {
    let runs = 0;
    const negate = compile(engine, (x: Tensor) => {
      runs += 1;
      return tf.neg(x);
    });
    for (const x of [1, 2, 3, 4]) negate(vector(x));
    expect(runs).toBe(1);
    negate.dispose();
  });

  test('arguments that are one tensor today may be two tomorrow', () => {
    const difference = compile(engine, (x: Tensor, y: Tensor, z: Tensor) => [tf.sub(x, y), tf.sub(y, z), y]);
    const x = vector(4);
    expect(difference(x, x, x.clone()).map(numbersOf)).toEqual([[0], [0], [4]]);
    expect(difference(vector(9), vector(5), vector(2)).map(numbersOf)).toEqual([[4], [3], [5]]);
    difference.dispose();
  });

  test('no arguments at all are fine', () => {
    const seven = compile(engine, () => tf.add(tf.scalar(3), tf.scalar(4)));
    expect([seven(), seven(), seven()].map(numbersOf)).toEqual([[7], [7], [7]]);
    seven.dispose();
  });

  test('a constant is taken as it was, even where its array is written to later', () => {
    const values = new Float32Array([1, 2, 3]);
    const add = compile(engine, (x: Tensor) => tf.add(x, tf.tensor1d(values)));
    add(vector(0, 0, 0));
    values.fill(99);
    expect(numbersOf(add(vector(1, 1, 1)))).toEqual([2, 3, 4]);
    add.dispose();
  });

  test('empty tensors and whole numbers pass through', () => {
    const both = compile(engine, (x: Tensor, n: Tensor) => [tf.concat([x, x]), tf.mul(n, n)]);
    for (let call = 0; call < 3; call += 1) {
      const [empty, whole] = both(tf.zeros([0, 2]), tf.tensor1d([3], 'int32'));
      expect([empty?.shape, whole?.dtype, numbersOf(whole)]).toEqual([[0, 2], 'int32', [9]]);
    }
    both.dispose();
  });

  test('an optimizer step keeps its weights in TensorFlow: results are arguments again', () => {
    const step = compile(engine, (w: Tensor) => tf.sub(w, tf.mul(0.5, tf.grad((v: Tensor) => tf.sum(tf.square(v)))(w))));
    let w: Tensor = vector(8, 4);
    for (let call = 0; call < 4; call += 1) w = step(w);
    expect(numbersOf(w)).toEqual([0, 0]);
    step.dispose();
  });

  test('a throwing function throws its own error, leaves nothing behind, and may be called again', () => {
    let isBroken = true;
    const fragile = compile(engine, (x: Tensor) => {
      const double = tf.mul(x, 2);
      if (isBroken) throw new RangeError('not today');
      return double;
    });
    const x = vector(1);
    const { numTensors } = tf.memory();
    for (let call = 0; call < 3; call += 1) expect(() => fragile(x)).toThrow(RangeError);
    expect(tf.memory().numTensors).toBe(numTensors);
    isBroken = false;
    expect([fragile(x), fragile(vector(3))].map(numbersOf)).toEqual([[2], [6]]);
    fragile.dispose();
  });

  test('an index beyond the end is refused by TensorFlow, recorded and replayed', () => {
    const rows = compile(engine, (table: Tensor, indices: Tensor) => tf.gather(table, indices as Tensor1D));
    const table = vector(1, 2, 3);
    const take = (index: number): readonly number[] => numbersOf(rows(table, tf.tensor1d([index], 'int32')));
    expect(() => take(3)).toThrow('indices[0] = 3 is not in [0, 3)');
    expect([take(2), take(0)]).toEqual([[3], [1]]);
    expect(() => take(-1)).toThrow('indices[0] = -1 is not in [0, 3)');
    rows.dispose();
  });

  test('the folder of a graph is gone as soon as it is loaded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vanish-test-'));
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = folder;
    const negate = compile(engine, (x: Tensor) => tf.neg(x));
    negate(vector(1));
    negate(vector(1));
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    const square = compile(engine, (x: Tensor) => tf.square(x));
    square(vector(1));
    expect(() => square(vector(1))).toThrow('let TMPDIR name a folder that can be written');
    if (TMPDIR === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else process.env['TMPDIR'] = TMPDIR;
    expect(numbersOf(square(vector(3)))).toEqual([9]);
    negate.dispose();
    square.dispose();
  });
});

/** What cannot be compiled, and a word of the advice that comes with the refusal. */
const outside = { tensor: null as Tensor | null, variable: null as ReturnType<typeof tf.variable> | null, kept: [] as Tensor[] };
const refused: Readonly<Record<string, readonly [(x: Tensor) => unknown, string]>> = {
  'reads with dataSync': [(x) => tf.mul(x, x.dataSync()[0] ?? 0), 'return the tensor and read it outside'],
  'reads with arraySync': [(x) => tf.tensor(x.arraySync()), 'tf.where'],
  'reads with data': [(x) => [x, tf.tensor(x.data() === null ? [1] : [2])], 'a replay does not come back to JavaScript'],
  'swallows the refusal': [
    (x) => {
      try {
        return tf.scalar(x.dataSync()[0] ?? 0);
      } catch {
        return tf.neg(x);
      }
    },
    'reads the numbers of a tensor',
  ],
  'uses a tensor from outside': [(x) => tf.add(x, outside.tensor as Tensor), 'of shape [2,2] (float32) from outside'],
  'returns a tensor from outside': [() => outside.tensor, 'pass it as an argument'],
  'draws in JavaScript': [(x) => tf.add(x, tf.randomNormal([2])), 'draw with createRandom'],
  'draws with a TensorFlow operation': [
    (x) => tf.multinomial(x as Tensor1D, 3, 5),
    '"Multinomial": it draws other numbers on every run',
  ],
  'has shapes that depend on numbers': [
    (x) => tf.unique(x as Tensor1D).values,
    '"UniqueV2": the shape of its result depends on the numbers',
  ],
  'makes text': [() => tf.tensor1d(['a', 'b']), 'text'],
  'keeps a tensor': [
    (x) => {
      outside.kept.push(tf.keep(tf.square(x)));
      return tf.neg(x);
    },
    'keeps 1 tensor(s) beyond its results',
  ],
  'disposes of its argument': [
    (x) => {
      const double = tf.mul(x, 2);
      x.dispose();
      return double;
    },
    'disposes of 1 tensor(s) that it did not make',
  ],
  'assigns to a variable': [
    (x) => {
      outside.variable?.assign(tf.reshape(x, [2]) as Tensor1D);
      return tf.neg(x);
    },
    'training steps over variables are for compileStep',
  ],
  'is async': [async (x) => tf.neg(x), 'await outside'],
  'returns a promise': [(x) => Promise.resolve(tf.neg(x)), 'await outside'],
  'returns nothing': [() => undefined, 'return a tensor or a list of tensors'],
  'returns an empty list': [() => [], 'return a tensor or a list of tensors'],
  'returns a number': [() => 7, 'number 7'],
  'calls a compiled function': [(x) => compile(engine, (y: Tensor) => tf.neg(y))(x), 'call the plain function there'],
};

describe('a refusal', { skip: binding === null }, () => {
  test.for(Object.entries(refused))('names what it refuses and restores everything: a function that %s', ([, [fn, advice]]) => {
    outside.tensor = tf.ones([2, 2]);
    outside.variable = tf.variable(vector(1, 2));
    const x = vector(1, 2);
    const [keptBinding, random, { numTensors }] = [engineBinding(), Math.random, tf.memory()];
    const compiled = compile(engine, fn as (x: Tensor) => Tensor);
    const call = (): Tensor => compiled(x);
    expect(call).toThrow(CompileError);
    if (!x.isDisposed) expect(call).toThrow(advice);
    expect(engineBinding()).toBe(keptBinding);
    expect(Math.random).toBe(random);
    tf.dispose(outside.kept.splice(0));
    expect(tf.memory().numTensors, 'no tensor more').toBeLessThanOrEqual(numTensors);
    expect(numbersOf(tf.add(vector(1), 1))).toEqual([2]);
    outside.variable.dispose();
    compiled.dispose();
  });

  test('of a number as an argument says which', () => {
    const add = compile(engine, (x: Tensor, y: Tensor) => tf.add(x, y));
    expect(() => add(vector(1), 2 as unknown as Tensor)).toThrow('argument 2 of a compiled function is no tensor');
  });

  test('of a gradient around a compiled function says where gradients belong', () => {
    const square = compile(engine, (x: Tensor) => tf.square(x));
    expect(() => tf.grad((x: Tensor) => square(x))(vector(1))).toThrow('call tf.grads inside it');
  });

  test('of another engine names the one to use', async () => {
    const square = compile(engine, (x: Tensor) => tf.square(x));
    const { tf: other } = await useEngine('cpu');
    expect(() => square(other.tensor1d([1]))).toThrow(`call useEngine('${engine.name}') first`);
  });
});

function engineBinding(): unknown {
  return (tf.backend() as unknown as { readonly binding: unknown }).binding;
}
