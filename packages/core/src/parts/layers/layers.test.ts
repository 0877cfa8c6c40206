import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { createPass } from '../../measure/create-pass.ts';
import { tanh } from '../activations/tanh.ts';
import { lecunNormal } from '../initializers/lecun-normal.ts';
import * as norms from '../norms/index.ts';
import * as orders from '../orders/index.ts';
import * as paddings from '../paddings/index.ts';
import { before } from '../places/before.ts';
import * as skips from '../skips/index.ts';
import { activate } from './activate.ts';
import { attention } from './attention.ts';
import { chain } from './chain.ts';
import { dense } from './dense.ts';
import { globalAverage } from './global-average.ts';
import { positionsOf } from './grid.ts';
import { layOut } from './lay-out.ts';
import { canHalve, pool } from './pool.ts';
import type { Stage } from './stage.ts';
import { meanOfTokens, toTokens } from './tokens.ts';
import { unfold } from './unfold.ts';

const [seeds, batch, units] = [2, 6, 4];

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

/** Rows of an image are its positions, each with the examples of the batch. */
interface Case {
  readonly title: string;
  readonly stage: Stage;
  /** Rows and columns of the input, where it is no batch of vectors. */
  readonly shape?: readonly [number, number];
}

const images: readonly Case[] = [[7], [1], [4, 6], [2, 2]].flatMap((sides) => {
  const positions = positionsOf(sides);
  const shape = [positions * batch, units] as const;
  const size = sides.join(' × ');
  const kernels = Object.values(paddings).flatMap((padding) =>
    [1, 2, 3, 5].map((kernel) => ({
      title: `${padding.name} padding of ${size} under a kernel of ${kernel}`,
      stage: unfold({ sides, channels: units, kernel, padding, isCentred: false }),
      shape,
    })),
  );
  return [
    ...kernels,
    { title: `${size} laid out`, stage: layOut(sides, units), shape: [batch, positions * units] as const },
    { title: `average of ${size}`, stage: globalAverage(sides), shape },
    ...(canHalve(sides) ? [{ title: `pooling of ${size}`, stage: pool(sides), shape }] : []),
  ];
});

const cases: readonly Case[] = [
  ...images,
  { title: 'dense', stage: square(0.7) },
  { title: 'activation', stage: chain(activated()) },
  ...Object.values(norms).flatMap(({ name, stages }) =>
    stages().length === 0 ? [] : [{ title: `${name} norm`, stage: chain(stages()) }],
  ),
  ...[1, 2, 4].flatMap((heads) =>
    [2, 3, 6].map((tokens) => ({
      title: `attention over ${tokens} tokens in ${heads} heads`,
      stage: attention({ query: square(1), key: square(2), value: square(1), output: square(1), tokens, heads, units }),
    })),
  ),
  { title: 'tokens and their mean', stage: chain([toTokens(1, units), meanOfTokens(1, units)]) },
  ...blocks,
];

/** Every entry of a list against another, relative to the largest. */
const deviation = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const largest = Math.max(...Array.from(one, Math.abs));
  return Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] as number)))) / largest;
};

test.for(cases)(
  '$title: the way back is the gradient that TensorFlow.js itself takes',
  async ({ stage, shape = [batch, units] }) => {
    const engine = await useEngine('cpu');
    const { tf } = engine;
    const forward = (input: Tensor, isCareful: boolean) => {
      const random = createRandom(engine, tf.scalar(3, 'int32'));
      const pass = createPass(engine, { random, seeds, isCareful });
      // rows of a table by gather, of which TensorFlow.js knows the gradient
      const gatherND = (table: Tensor, rows: Tensor): Tensor => tf.gather(table, tf.reshape(rows, [-1]));
      const differentiable = new Proxy(tf, { get: (whole, name) => (name === 'gatherND' ? gatherND : Reflect.get(whole, name)) });
      return stage.forward(
        { ...pass, tf: differentiable },
        input,
        stage.numbers.map((number) => tf.scalar(number)),
      );
    };
    tf.tidy(() => {
      const input = tf.randomNormal([seeds, ...shape], 0, 1, 'float32', 5);
      const direction = tf.randomNormal(forward(input, false).output.shape, 0, 1, 'float32', 6);
      const theirs = tf
        .grad((x: Tensor) => tf.sum(tf.mul(forward(x, false).output, direction)))(input)
        .dataSync();
      for (const isCareful of [false, true]) {
        const { tensor, logScale } = forward(input, isCareful).pullback({ tensor: direction, logScale: tf.zeros([seeds, 1, 1]) });
        expect(deviation(theirs, tf.mul(tensor, tf.exp(logScale)).dataSync())).toBeLessThan(2e-5);
      }
    });
  },
);
