import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { createPass } from '../../measure/create-pass.ts';
import { tanh } from '../activations/tanh.ts';
import { lecunNormal } from '../initializers/lecun-normal.ts';
import { highway, none, residual, scaled } from '../skips/index.ts';
import type { Skip } from '../skips/skip.ts';
import { activate } from './activate.ts';
import { chain } from './chain.ts';
import { dense } from './dense.ts';
import type { Pass, Quantity, Stage } from './stage.ts';

const [seeds, batch, units] = [2, 6, 4];

const square = (): Stage => dense({ row: 3, fanIn: units, fanOut: units, initializer: lecunNormal, gain: 1.3, bias: 0.1 });
const branch = (): readonly Stage[] => [activate({ row: 3, units, activation: tanh }), square()];
const blockWith = (skip: Skip): Stage =>
  chain(skip.wrap({ row: 3, units, blocks: 7, matrices: 1, branch, gate: () => square() }));

/** What a block observes of its paths, and what its outputs say of them. **Unit** nats, per network. */
const watch = async (skip: Skip, said: Partial<Pass> = {}) => {
  const engine = await useEngine('cpu');
  const { tf } = engine;
  tf.engine().startScope();
  try {
    const observed: Partial<Record<Quantity, ArrayLike<number>>> = {};
    const random = createRandom(engine, tf.scalar(3, 'int32'));
    const stage = blockWith(skip);
    const pass = createPass(engine, {
      random,
      seeds,
      observe: (row, quantity, value) => {
        if (row === 3) observed[quantity] = value.dataSync();
      },
      ...said,
    });
    const input = tf.randomNormal([seeds, batch, units], 0, 1, 'float32', 5);
    const numbers = stage.numbers.map((number) => tf.scalar(number));
    const { output, pullback } = stage.forward(pass, input, numbers);
    const atOutput = tf.randomNormal(output.shape, 0, 1, 'float32', 6);
    const back = pullback({ tensor: atOutput, logScale: tf.fill([seeds, 1, 1], 0.7) });
    const logNorm = (x: Tensor): ArrayLike<number> => tf.log(tf.norm(x, 'euclidean', [1, 2])).dataSync();
    return {
      observed,
      added: logNorm(tf.sub(output, input)),
      carried: logNorm(input),
      addedBack: logNorm(tf.sub(tf.mul(back.tensor, tf.exp(back.logScale)), tf.mul(atOutput, Math.exp(0.7)))),
      carriedBack: logNorm(tf.mul(atOutput, Math.exp(0.7))),
    };
  } finally {
    tf.engine().endScope();
  }
};

const near = (one: ArrayLike<number> | undefined, other: ArrayLike<number>): void => {
  expect(one).toHaveLength(other.length);
  // a difference of two float32 numbers of order one, as a logarithm
  for (const [index, value] of Array.from(other).entries()) expect(Math.abs((one?.[index] as number) - value)).toBeLessThan(1e-5);
};

test.for([residual, scaled])('$name: output less input is what the branch adds, forward and back', async (skip) => {
  for (const isCareful of [false, true]) {
    const { observed, added, carried, addedBack, carriedBack } = await watch(skip, { isCareful });
    near(observed.logBranchNorm, added);
    near(observed.logSkipNorm, carried);
    near(observed.logBranchGradient, addedBack);
    near(observed.logSkipGradient, carriedBack);
  }
});

test('a highway whose gate is shut carries its input, one whose gate is open does not', async () => {
  const withBias = (bias: number): Skip => highway.parameter?.with(bias) ?? highway;
  const shut = await watch(withBias(-15));
  near(shut.observed.logSkipNorm, shut.carried);
  near(shut.observed.logSkipGradient, shut.carriedBack);
  expect(Math.max(...Array.from(shut.observed.logBranchNorm ?? []))).toBeLessThan(-10);
  const open = await watch(withBias(15));
  expect(Math.max(...Array.from(open.observed.logSkipNorm ?? []))).toBeLessThan(-10);
});

test('without a skip connection, and in a step of training, no paths are observed', async () => {
  for (const { observed } of [await watch(none), await watch(residual, { isTraining: true })]) {
    expect(Object.keys(observed).filter((quantity) => /Branch|Skip/u.test(quantity))).toEqual([]);
  }
});
