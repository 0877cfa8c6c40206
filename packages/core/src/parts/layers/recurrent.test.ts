import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type Engine, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { createPass } from '../../measure/create-pass.ts';
import { tanh } from '../activations/tanh.ts';
import * as gates from '../gates/index.ts';
import { lecunNormal } from '../initializers/lecun-normal.ts';
import { activate } from './activate.ts';
import { chain } from './chain.ts';
import { gru } from './gru.ts';
import { lstm } from './lstm.ts';
import { type RecurrentSettings, recurrence } from './recurrence.ts';
import { sequence } from './sequence.ts';
import type { Stage } from './stage.ts';
import { halfOfState } from './state.ts';

const [seeds, batch, units] = [2, 6, 5];

const activated = (): readonly Stage[] => [activate({ row: 0, units, activation: tanh })];

const features = 3;

const stepSettings = (row: number, tied: boolean): RecurrentSettings => ({
  ...{ row, units, features, initializer: lecunNormal, gain: 1.3, input: 0.7, tied },
});

/** Steps in the middle of a sequence: its inputs are laid by, and the state is the test's own. */
const steps = (make: (row: number) => Stage): Stage => {
  const inner = chain([0, 1, 2].map(make));
  return {
    ...inner,
    forward: (pass, state, numbers) => {
      const inputs = pass.tf.randomNormal([seeds, batch, 3 * features], 0, 1, 'float32', 7);
      sequence({ trainsInputs: false, state: 1 }).forward(pass, inputs, []);
      return inner.forward(pass, state, numbers);
    },
  };
};

const cells = Object.values(gates).flatMap((gate) =>
  [true, false].flatMap((tied) => [
    ...[null, 9].map((chrono) => ({
      title: `lstm, ${gate.name}, ${tied ? 'tied' : 'untied'}, chrono ${chrono}`,
      stage: steps((row) => lstm({ ...stepSettings(row, tied), gate, forget: 0.5, chrono })),
      width: 2 * units,
    })),
    { title: `gru, ${gate.name}, ${tied ? 'tied' : 'untied'}`, stage: steps((row) => gru({ ...stepSettings(row, tied), gate })) },
  ]),
);

const recurrent = [
  ...[true, false].map((tied) => ({
    title: `rnn, ${tied ? 'tied' : 'untied'}`,
    stage: steps((row) => chain([recurrence({ ...stepSettings(row, tied), bias: 0.2 }), ...activated()])),
  })),
  ...cells,
  ...(['hidden', 'cell'] as const).map((half) => ({
    title: `${half} half of a state`,
    stage: halfOfState({ half, units }),
    width: 2 * units,
    outputs: units,
  })),
];

interface Case {
  readonly title: string;
  readonly stage: Stage;
  /** Numbers of an example, coming in and going out; `units` where left out. */
  readonly width?: number;
  readonly outputs?: number;
}

const cases: readonly Case[] = recurrent;

/** Every entry of a list against another, relative to the largest. */
const deviation = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const largest = Math.max(...Array.from(one, Math.abs));
  return Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] as number)))) / largest;
};

test.for(cases)(
  '$title: the way back is the gradient that TensorFlow.js itself takes',
  async ({ stage, width = units, outputs = width }) => {
    const engine = await useEngine('cpu');
    const { tf } = engine;
    const forward = (input: Tensor, isCareful: boolean) => {
      const random = createRandom(engine, tf.scalar(3, 'int32'));
      const pass = createPass(engine, { random, seeds, isCareful });
      return stage.forward(
        pass,
        input,
        stage.numbers.map((number) => tf.scalar(number)),
      );
    };
    tf.tidy(() => {
      const input = tf.randomNormal([seeds, batch, width], 0, 1, 'float32', 5);
      const direction = tf.randomNormal([seeds, batch, outputs], 0, 1, 'float32', 6);
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

/** A step whose matrices are the given ones, and the squared norm of the gradient with respect to them that it observes. */
const observedSquare = (
  engine: Engine,
  make: (settings: RecurrentSettings) => Stage,
  matrices: readonly Tensor[],
  state: number,
) => {
  const { tf } = engine;
  const left = [...matrices];
  const law = { ...lecunNormal.law, draw: () => left.shift() as Tensor };
  const settings = { ...stepSettings(0, true), features: units, initializer: { ...lecunNormal, law } };
  const observed: number[] = [];
  const pass = createPass(engine, {
    random: createRandom(engine, tf.scalar(3, 'int32')),
    seeds,
    observe: (_, quantity, value) => {
      if (quantity === 'logGradientNorm') observed.push(...value.dataSync());
    },
  });
  const stage = make(settings);
  sequence({ trainsInputs: false, state: 1 }).forward(pass, tf.randomNormal([seeds, batch, units], 0, 1, 'float32', 7), []);
  const input = tf.randomNormal([seeds, batch, state], 0, 1, 'float32', 5);
  const numbers = stage.numbers.map((number) => tf.scalar(number));
  return { flow: stage.forward(pass, input, numbers), squares: () => observed.map((nats) => Math.exp(2 * nats)) };
};

const weighed = [
  { title: 'rnn', make: (settings: RecurrentSettings) => recurrence({ ...settings, bias: 0.2 }), count: 2, state: units },
  {
    title: 'lstm',
    make: (settings: RecurrentSettings) => lstm({ ...settings, gate: gates.sigmoid, forget: 1, chrono: null }),
    count: 8,
    state: 2 * units,
  },
  { title: 'gru', make: (settings: RecurrentSettings) => gru({ ...settings, gate: gates.sigmoid }), count: 6, state: units },
];

test.for(weighed)(
  '$title: a step observes the gradient of the shared weights that TensorFlow.js takes',
  async ({ make, count, state }) => {
    const engine = await useEngine('cpu');
    const { tf } = engine;
    tf.tidy(() => {
      const matrices = Array.from({ length: count }, (_, index) =>
        tf.randomNormal([seeds, units, units], 0, 1, 'float32', index),
      );
      const direction = tf.randomNormal([seeds, batch, state], 0, 1, 'float32', 6);
      const theirs = tf.grads((...given: Tensor[]) =>
        tf.sum(tf.mul(observedSquare(engine, make, given, state).flow.output, direction)),
      )(matrices);
      const { flow, squares } = observedSquare(engine, make, matrices, state);
      // the way back observes in the middle of a tidy, whose numbers are read at once
      flow.pullback({ tensor: direction, logScale: tf.zeros([seeds, 1, 1]) });
      // recurrent matrices are scaled by √(1.3/n), those of the inputs by √(0.7/n)
      const scaled = theirs.map((gradient, index) => {
        const isInput = index >= count / 2;
        return (tf.sum(tf.square(gradient)).dataSync()[0] as number) / ((isInput ? 0.7 : 1.3) / units);
      });
      const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(total(squares()) / total(scaled) - 1)).toBeLessThan(2e-5);
    });
  },
);
