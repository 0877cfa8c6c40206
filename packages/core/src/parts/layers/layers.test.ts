import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { euclideanNorm } from '../../engine/euclidean-norm.ts';
import { createRandom } from '../../engine/random.ts';
import { tanh } from '../activations/tanh.ts';
import { lecunNormal } from '../initializers/lecun-normal.ts';
import * as norms from '../norms/index.ts';
import * as orders from '../orders/index.ts';
import { before } from '../places/before.ts';
import * as skips from '../skips/index.ts';
import { activate } from './activate.ts';
import { chain } from './chain.ts';
import { dense } from './dense.ts';
import { createShared } from './shared.ts';
import type { Pass, Stage } from './stage.ts';

const [seeds, batch, units] = [2, 6, 5];

const square = (factor: number): Stage =>
  dense({ row: 0, fanIn: units, fanOut: units, initializer: lecunNormal, gain: 1.3, bias: 0.1, factor });
const activated = (): readonly Stage[] => [activate({ row: 0, units, activation: tanh })];

const blocks = Object.values(skips).flatMap((skip) =>
  Object.values(orders).flatMap((order) =>
    [1, 2, 3].map((matrices) => {
      const norm = norms.layer.stages;
      const branch = (factors: readonly number[] = []): readonly Stage[] =>
        order.branch({
          matrices,
          norm,
          activation: activated,
          normAndActivation: () => before.arrange(norm(), activated()),
          weights: (number) => [square(factors[number] ?? 1)],
        });
      const wrapped = skip.wrap({ row: 0, units, blocks: 7, matrices, branch, gate: () => square(1) });
      return { title: `${skip.name} around ${order.name} of ${matrices}`, stage: chain(wrapped) };
    }),
  ),
);

const cases: readonly { readonly title: string; readonly stage: Stage }[] = [
  { title: 'dense', stage: square(0.7) },
  { title: 'activation', stage: chain(activated()) },
  ...Object.values(norms).flatMap(({ name, stages }) =>
    stages().length === 0 ? [] : [{ title: `${name} norm`, stage: chain(stages()) }],
  ),
  ...blocks,
];

/** Every entry of a list against another, relative to the largest. */
const deviation = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const largest = Math.max(...Array.from(one, Math.abs));
  return Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] as number)))) / largest;
};

test.for(cases)('$title: the way back is the gradient that TensorFlow.js itself takes', async ({ stage }) => {
  const engine = await useEngine('cpu');
  const { tf } = engine;
  const forward = (input: Tensor, isCareful: boolean) => {
    const random = createRandom(engine, tf.scalar(3, 'int32'));
    const pass: Pass = {
      tf,
      random,
      seeds,
      isCareful,
      norm: (x) => euclideanNorm(engine, x),
      optimizerStep: null,
      observe: () => undefined,
      shared: createShared(),
    };
    return stage.forward(
      pass,
      input,
      stage.numbers.map((number) => tf.scalar(number)),
    );
  };
  tf.tidy(() => {
    const input = tf.randomNormal([seeds, batch, units], 0, 1, 'float32', 5);
    const direction = tf.randomNormal([seeds, batch, units], 0, 1, 'float32', 6);
    const theirs = tf
      .grad((x: Tensor) => tf.sum(tf.mul(forward(x, false).output, direction)))(input)
      .dataSync();
    for (const isCareful of [false, true]) {
      const { tensor, logScale } = forward(input, isCareful).pullback({ tensor: direction, logScale: tf.zeros([seeds, 1, 1]) });
      expect(deviation(theirs, tf.mul(tensor, tf.exp(logScale)).dataSync())).toBeLessThan(2e-5);
    }
  });
});
