import { expect, test } from 'vitest';
import { type Engine, enginesByRank, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import { createPass } from '../../measure/create-pass.ts';
import { createMeasurer } from '../../measure/measurer.ts';
import { drawParameters } from '../../measure/training/trained-networks.ts';
import { missingTheory } from '../../theory/predict.ts';
import { dense } from '../layers/dense.ts';
import type { Choice } from '../variant.ts';
import * as shelf from './index.ts';
import type { Initializer } from './initializer.ts';
import { oneTap, type Taps } from './law.ts';

type Shape = readonly [seeds: number, fanIn: number, fanOut: number];

const { normal, uniform } = shelf;
const initializers: readonly Initializer[] = [
  ...Object.values(shelf),
  normal.parameter?.with(3) as Initializer,
  uniform.parameter?.with(0.7) as Initializer,
];
/** What a recipe alone decides: the others look at data first. */
const drawn = initializers.filter(({ isCalibrated }) => !isCalibrated);
const shapes: readonly Shape[] = [
  [6, 64, 64],
  [5, 100, 30],
  [7, 17, 150],
  [2000, 3, 1],
];

const choice = (name: string): Choice => ({ name, parameter: null });

const titleOf = ({ name, parameter }: Initializer): string => (parameter === undefined ? name : `${name}(${parameter.value})`);
const cases = enginesByRank.flatMap(({ name: engineName }) =>
  drawn.map((initializer) => ({ engineName, title: titleOf(initializer), initializer })),
);

/** The weights of a dense layer: what it makes of the unit vectors. **Shape** [seeds, fanIn, fanOut]. */
const weightsOf = (
  { tf, ...engine }: Engine,
  initializer: Initializer,
  [seeds, fanIn, fanOut]: Shape,
  { firstSeed = 0, taps = oneTap }: { readonly firstSeed?: number; readonly taps?: Taps } = {},
): number[][][] =>
  tf.tidy(() => {
    const random = createRandom({ tf, ...engine }, tf.scalar(firstSeed, 'int32'));
    const pass = createPass({ tf, ...engine }, { random, seeds });
    const layer = dense({ row: 0, fanIn, fanOut, initializer, gain: null, bias: 0, taps });
    const unitVectors = tf.tile(tf.expandDims(tf.eye(fanIn), 0), [seeds, 1, 1]);
    const numbers = layer.numbers.map((number) => tf.scalar(number));
    return layer.forward(pass, unitVectors, numbers).output.arraySync() as number[][][];
  });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of independent values and its standard error. */
const estimate = (values: readonly number[]): { readonly value: number; readonly error: number } => {
  const value = mean(values);
  return { value, error: Math.sqrt(mean(values.map((entry) => (entry - value) ** 2)) / values.length) };
};

test.for(cases)('$title on $engineName: mean and variance of the weights, within 4 standard errors', async (entry, { skip }) => {
  const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  const { initializer } = entry;
  for (const shape of shapes) {
    const [, fanIn, fanOut] = shape;
    const weights = weightsOf(engine, initializer, shape).flat(2);
    const expected = initializer.weightVariance(fanIn, fanOut) * initializer.law.varianceFactor;
    // the error of E w² comes from E w⁴, as drawn; 1e-6: rounding of weights whose squares do not vary
    const square = estimate(weights.map((weight) => weight * weight));
    expect(Math.abs(square.value - expected)).toBeLessThanOrEqual(4 * square.error + 1e-6 * expected);
    if (initializer.law.isDeterministic === true) continue;
    const first = estimate(weights);
    expect(Math.abs(first.value)).toBeLessThanOrEqual(4 * first.error);
  }
});

/** Nine taps side by side, the fifth of them the centre. */
const plane: Taps = { count: 9, centre: 4 };

test.for(cases)(
  '$title on $engineName: a kernel has the variance its fans ask for, within 4 standard errors',
  async (entry, { skip }) => {
    const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
    const { initializer } = entry;
    for (const shape of [
      [6, 9 * 32, 32],
      [6, 9 * 12, 40],
    ] as const) {
      const [, fanIn, fanOut] = shape;
      const perNetwork = weightsOf(engine, initializer, shape, { taps: plane }).map((matrix) => matrix.flat());
      const expected = initializer.weightVariance(fanIn, plane.count * fanOut) * initializer.law.varianceFactor;
      const square = estimate(perNetwork.flat().map((weight) => weight * weight));
      expect(Math.abs(square.value - expected)).toBeLessThanOrEqual(4 * square.error + 1e-6 * expected);
    }
  },
);

test('delta-orthogonal kernels are zero but for their centre, which is orthogonal', async () => {
  const [channels, filters] = [7, 7];
  const matrices = weightsOf(await useEngine(), shelf.deltaOrthogonal, [2, 9 * channels, filters], { taps: plane });
  for (const matrix of matrices) {
    const isCentre = (row: number): boolean => Math.floor(row / channels) === plane.centre;
    expect(matrix.flatMap((weights, row) => (isCentre(row) ? [] : weights)).every((weight) => weight === 0)).toBe(true);
    const centre = matrix.filter((_, row) => isCentre(row));
    for (const [one, weights] of centre.entries())
      for (const [other, others] of centre.entries()) {
        const product = weights.reduce((sum, weight, column) => sum + weight * (others[column] as number), 0);
        expect(Math.abs(product - Number(one === other))).toBeLessThan(1e-5);
      }
  }
});

test.for(enginesByRank)(
  '$name: identity hands every unit on to itself, times the root of the gain',
  async ({ name }, { skip }) => {
    const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
    for (const [fanIn, fanOut] of [
      [5, 5],
      [5, 3],
      [3, 5],
    ] as const) {
      const eye = Array.from({ length: fanIn }, (_, row) =>
        Array.from({ length: fanOut }, (__, column) => Number(row === column)),
      );
      expect(weightsOf(engine, shelf.identity, [2, fanIn, fanOut])).toEqual([eye, eye]);
    }
    const [kernel] = weightsOf(engine, shelf.identity, [1, 3 * 4, 4], { taps: { count: 3, centre: 1 } });
    expect(kernel?.map((weights) => weights.indexOf(1))).toEqual([-1, -1, -1, -1, 0, 1, 2, 3, -1, -1, -1, -1]);
  },
);

test('identity: a deep linear net passes every gradient on untouched, of a gain g times √g, and no theory speaks of it', async () => {
  const measurer = createMeasurer(await useEngine());
  const net = { depth: 60, width: 9, seeds: 2, batch: 3, activation: choice('linear'), init: choice('identity') };
  for (const gain of [null, 1.21]) {
    const blueprint = design(complete({ ...net, gain }));
    const { layers } = await measurer.measure(blueprint);
    for (const network of [0, 1]) {
      const [first, last] = [layers[0], layers.at(-1)].map((layer) => layer?.signalPerSeed[network] ?? Number.NaN) as [
        number,
        number,
      ];
      // float32 logarithms of sixty layers add up
      expect(Math.abs(first - last - (59 / 2) * Math.log10(gain ?? 1))).toBeLessThan(1e-4);
    }
    expect(missingTheory(blueprint)).toBe('weights that are not random');
  }
  measurer.dispose();
});

test('identity: of a recurrent net the state alone is handed on; inputs and readout have weights as Keras draws them', async () => {
  const engine = await useEngine();
  const blueprint = design(
    complete({ ...{ net: choice('rnn'), depth: 3, width: 30, seeds: 2 }, init: choice('identity'), input: 0.5 }),
  );
  const { parameters } = drawParameters(engine, blueprint, []);
  const [recurrent, input, , readout] = parameters.map((parameter) => parameter.arraySync() as number[][][]);
  engine.tf.dispose([...parameters]);
  expect(recurrent?.[0]).toEqual(
    Array.from({ length: 30 }, (_, row) => Array.from({ length: 30 }, (__, column) => Number(row === column))),
  );
  for (const [matrices, variance] of [
    [input, 0.5 / 30],
    [readout, 2 / 40],
  ] as const) {
    const { value, error } = estimate((matrices ?? []).flat(2).map((weight) => weight * weight));
    expect(Math.abs(value - variance)).toBeLessThan(4 * error);
  }
});

test.for(cases)('$title on $engineName: a network is the same again, alone and among others', async (entry, { skip }) => {
  const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  const among = weightsOf(engine, entry.initializer, [4, 9, 6], { firstSeed: 3 });
  expect(weightsOf(engine, entry.initializer, [4, 9, 6], { firstSeed: 3 })).toEqual(among);
  expect(weightsOf(engine, entry.initializer, [1, 9, 6], { firstSeed: 5 })[0]).toEqual(among[2]);
});

test.for(initializers)(
  '$name: says how it varies with the shape: Var W is finite and never negative',
  ({ weightVariance, law }) => {
    for (const [, fanIn, fanOut] of shapes) {
      expect(weightVariance(fanIn, fanOut)).toBeGreaterThanOrEqual(0);
      expect(weightVariance(fanIn, fanOut)).toBeLessThan(100);
      expect(law.nominalVariance(fanIn, fanOut)).toBeGreaterThan(0);
      expect(law.varianceFactor).toBeGreaterThan(0.5);
      expect(law.varianceFactor).toBeLessThanOrEqual(1);
    }
  },
);

test.for(initializers)(
  '$name: a parameter has its default inside its range, and makes the initializer it says',
  (initializer) => {
    const { parameter, name, law } = initializer;
    if (parameter === undefined) return;
    expect(parameter.default).toBeGreaterThanOrEqual(parameter.minimum);
    expect(parameter.default).toBeLessThanOrEqual(parameter.maximum);
    const variances = [parameter.minimum, parameter.default, parameter.maximum].map((value) => {
      const made = parameter.with(value);
      expect([made.name, made.parameter?.value, made.law]).toEqual([name, value, law]);
      return made.weightVariance(10, 20);
    });
    expect(new Set(variances).size).toBe(3);
  },
);

const onEveryEngine = enginesByRank.map(({ name }) => ({ name }));

test.for(onEveryEngine)(
  '$name: orthogonal matrices have orthonormal columns, or rows where they are fewer',
  async ({ name }, { skip }) => {
    const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
    const { tf } = engine;
    for (const shape of [
      [3, 24, 24],
      [3, 40, 11],
      [3, 11, 40],
      [2, 7, 1],
      [2, 1, 1],
    ] as const) {
      const [seeds, fanIn, fanOut] = shape;
      const fewer = Math.min(fanIn, fanOut);
      const deviation = tf.tidy(() => {
        const weights = tf.tensor3d(weightsOf(engine, shelf.orthogonal, shape));
        const gram = tf.matMul(weights, weights, fanIn >= fanOut, fanIn < fanOut);
        return tf
          .sub(gram, tf.tile(tf.expandDims(tf.eye(fewer), 0), [seeds, 1, 1]))
          .abs()
          .max()
          .dataSync()[0] as number;
      });
      expect(deviation).toBeLessThan(1e-5 * Math.sqrt(fewer));
    }
  },
);

// a factorisation that leaves R's signs as they come prefers one sign of each entry
test('orthogonal matrices favour no direction: every entry averages to zero', async () => {
  const matrices = weightsOf(await useEngine(), shelf.orthogonal, [3000, 4, 4]);
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      const { value, error } = estimate(matrices.map((matrix) => matrix[row]?.[column] as number));
      expect(Math.abs(value)).toBeLessThan(4 * error);
    }
  }
});

test('traces of 2 × 2 Haar matrices have E tr² = 1 (Diaconis & Shahshahani 1994)', async () => {
  const traces = weightsOf(await useEngine(), shelf.orthogonal, [4000, 2, 2]).map(
    (matrix) => (matrix[0]?.[0] as number) + (matrix[1]?.[1] as number),
  );
  const { value, error } = estimate(traces.map((trace) => trace * trace));
  expect(Math.abs(value - 1)).toBeLessThan(4 * error);
});

const truncated = [
  { initializer: shelf.heNormalTruncated, theirs: 'heNormal' },
  { initializer: shelf.glorotNormalTruncated, theirs: 'glorotNormal' },
  { initializer: shelf.lecunNormalTruncated, theirs: 'leCunNormal' },
] as const;

test.for(truncated)(
  '$initializer.name: draws as $theirs of TensorFlow.js layers does: 77.4 %, nothing beyond 2σ',
  async (entry) => {
    const engine = await useEngine();
    const { initializer, theirs } = entry;
    const nominal = initializer.weightVariance(200, 300);
    const variances = [
      engine.tf.tidy(() => [...engine.tf.initializers[theirs]({ seed: 3 }).apply([200, 300]).dataSync()]),
      weightsOf(engine, initializer, [1, 200, 300]).flat(2),
    ].map((weights) => {
      expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(2.00001 * Math.sqrt(nominal));
      return estimate(weights.map((weight) => (weight * weight) / nominal));
    });
    for (const { value, error } of variances) expect(Math.abs(value - 0.774)).toBeLessThan(4 * error);
  },
);

test('zeros are zero', async () => {
  expect(
    weightsOf(await useEngine(), shelf.zeros, [2, 3, 5])
      .flat(2)
      .every((weight) => weight === 0),
  ).toBe(true);
});

const measure = async (engineName: string, activation: string) => {
  const engine = await useEngine(engineName as 'cpu');
  const measurer = createMeasurer(engine);
  const init = { name: 'lsuv', parameter: null };
  const settings = { init, depth: 6, width: 32, batch: 32, seeds: 1, seed: 2, activation: { name: activation, parameter: null } };
  const { layers } = await measurer.measure(design(complete(settings)));
  measurer.dispose();
  return layers;
};

test.for(onEveryEngine)(
  'lsuv on $name: every pre-activation has unit variance on the first batch',
  async ({ name }, { skip }) => {
    await useEngine(name).catch(() => skip(`${name} does not run here`));
    // a linear unit shows the variance of its pre-activation; rounding of 32 · 32 squares
    for (const { activation } of await measure(name, 'linear'))
      expect(Math.abs((activation.variance ?? 0) - 1)).toBeLessThan(1e-5);
  },
);

test.each(['relu', 'sigmoid', 'tanh', 'gelu'])(
  'lsuv with %s: E z² is one and the square of a mean, and σ_w² E φ² with it',
  async (name) => {
    const layers = await measure('auto', name);
    for (const [index, { activation, weights }] of layers.entries()) {
      const q = activation.preActivationSecondMoment ?? Number.NaN;
      // the mean over 32 units of unit variance is at most 4 / √32
      expect(q).toBeGreaterThan(1 - 1e-5);
      expect(q).toBeLessThan(1 + 16 / 32);
      const before = layers[index - 1]?.activation;
      if (before === undefined) continue;
      // a square orthogonal matrix keeps lengths exactly
      const secondMoment = (before.variance ?? 0) + (before.mean ?? 0) ** 2;
      expect(Math.abs((weights.gain ?? 0) * secondMoment - q)).toBeLessThan(1e-4 * q);
    }
  },
);
