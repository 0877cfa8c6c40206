import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type Engine, enginesByRank, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { normalDensity } from '../../numbers/normal.ts';
import { type Answers, equalClasses, targetSecondMoment } from '../tasks/answers.ts';
import * as losses from './index.ts';
import type { Loss, LossInput } from './loss.ts';

const batch = 3;
const outputs = 4;
const classes = [2, 0, 3];
const oneHot = classes.map((label) => Array.from({ length: outputs }, (_, index) => Number(index === label)));

/** The same losses of one network, one scalar at a time. */
const scalarForms: Readonly<Record<string, (output: number[][]) => number>> = {
  crossentropy: (output) =>
    output.reduce((sum, row, example) => {
      const total = row.reduce((all, logit) => all + Math.exp(logit), 0);
      return sum + Math.log(total) - (row[classes[example] as number] as number);
    }, 0) / batch,
  mse: (output) =>
    output
      .flatMap((row, example) => row.map((value, index) => (value - (oneHot[example]?.[index] as number)) ** 2))
      .reduce((sum, square) => sum + square, 0) /
    (batch * outputs),
};

const inputOf = (engine: Engine, output: Tensor): LossInput => {
  const { tf } = engine;
  return { tf, random: createRandom(engine, tf.scalar(4, 'int32')), output, targets: tf.tensor3d([oneHot]) };
};

const drawOutput = ({ tf, ...engine }: Engine, seeds: number): Tensor =>
  createRandom({ tf, ...engine }, tf.scalar(1, 'int32'))
    .normal([seeds, batch, outputs])
    .mul(2);

const all: readonly Loss[] = Object.values(losses);
const cases = enginesByRank.flatMap(({ name: engineName }) => all.map((loss) => ({ engineName, name: loss.name, loss })));

test.for(cases)('$name on $engineName: value is the scalar formula, per network', async ({ engineName, loss }, { skip }) => {
  const engine = await useEngine(engineName).catch(() => skip(`${engineName} does not run here`));
  engine.tf.tidy(() => {
    const output = drawOutput(engine, 5);
    const value = loss.value(inputOf(engine, output));
    const scalar = scalarForms[loss.name];
    expect(value === null).toBe(scalar === undefined);
    if (value === null || scalar === undefined) return;
    expect(value.shape).toEqual([5]);
    const expected = (output.arraySync() as number[][][]).map(scalar);
    // a dozen roundings of numbers up to 10
    for (const [network, number] of [...value.dataSync()].entries())
      expect(Math.abs(number - (expected[network] as number))).toBeLessThan(12 * 10 * 2 ** -24);
  });
});

test.for(cases)(
  '$name on $engineName: gradient is the difference quotient of the value',
  async ({ engineName, loss }, { skip }) => {
    const engine = await useEngine(engineName).catch(() => skip(`${engineName} does not run here`));
    const { tf } = engine;
    tf.tidy(() => {
      const output = drawOutput(engine, 1);
      const gradient = loss.gradient(inputOf(engine, output));
      expect(gradient.shape).toEqual([1, batch, outputs]);
      const step = 0.0625;
      // every network of the stack has another entry moved
      const moves = tf.eye(batch * outputs).reshape([batch * outputs, batch, outputs]);
      const valueAt = (offset: number): Tensor | null =>
        loss.value(inputOf(engine, tf.add(output, tf.mul(moves, offset * step))));
      const values = [-2, -1, 1, 2].map(valueAt).map((value) => [...(value?.dataSync() ?? [])]);
      for (const [entry, expected] of [...gradient.dataSync()].entries()) {
        const [farBelow, below, above, farAbove] = values.map((list) => list[entry] as number) as [
          number,
          number,
          number,
          number,
        ];
        const quotient = (8 * (above - below) - (farAbove - farBelow)) / (12 * step);
        // truncation h⁴ |L⁗′| / 30 < 5e-7 · 2; float32 rounding of values up to 4, four ulp of 2.4e-7 each, times 18 / 12h
        if (!Number.isNaN(quotient)) expect(Math.abs(quotient - expected)).toBeLessThan(1e-6 + (4 * 2.4e-7 * 18) / (12 * step));
      }
    });
  },
);

test('a loss without a value has a gradient that does not look at the output', async () => {
  const engine = await useEngine();
  const { tf } = engine;
  for (const loss of all) {
    tf.tidy(() => {
      const at = (output: Tensor): Float32Array => loss.gradient(inputOf(engine, output)).dataSync() as Float32Array;
      const output = drawOutput(engine, 1);
      const isBlind = at(output).every((value, index) => value === at(tf.mul(output, 2))[index]);
      expect(isBlind).toBe(loss.value(inputOf(engine, output)) === null);
    });
  }
});

test('the gradient of the batch is the average over examples: an example twice in it counts as once', async () => {
  const engine = await useEngine();
  const { tf } = engine;
  for (const loss of all.filter(({ name }) => name in scalarForms)) {
    tf.tidy(() => {
      const input = inputOf(engine, drawOutput(engine, 2));
      const twice = { ...input, output: tf.tile(input.output, [1, 2, 1]), targets: tf.tile(input.targets, [1, 2, 1]) };
      const single = tf.slice(loss.gradient(twice), [0, 0, 0], [2, batch, outputs]).mul(2).dataSync();
      for (const [entry, value] of [...loss.gradient(input).dataSync()].entries())
        expect(Math.abs(value - (single[entry] as number))).toBeLessThan(1e-6);
    });
  }
});

test('crossentropy stays finite for logits of ±1e30', async () => {
  const { tf, ...engine } = await useEngine();
  tf.tidy(() => {
    const input = inputOf(
      { tf, ...engine },
      tf.tensor3d([
        [
          [1e30, 0, -1e30, 3],
          [0, 0, 1e30, 0],
          [5, 0, 0, 1e30],
        ],
      ]),
    );
    expect([...losses.crossentropy.gradient(input).dataSync()].every(Number.isFinite)).toBe(true);
    expect(Number.isNaN(losses.crossentropy.value(input)?.dataSync()[0])).toBe(false);
  });
});

const variances = [0, 0.01, 0.4, 1, 4, 25];
const moments = all.flatMap((loss) => variances.map((variance) => ({ name: loss.name, loss, variance })));

test.for(moments)(
  '$name: mean square of the gradient for outputs of variance $variance, against sampling',
  async ({ loss, variance }) => {
    const engine = await useEngine();
    const { tf } = engine;
    const [networks, examples, units] = [400, 20, 10];
    const perNetwork = tf.tidy(() => {
      const random = createRandom(engine, tf.scalar(2, 'int32'));
      const output = random.normal([networks, examples, units]).mul(Math.sqrt(variance));
      const targets = tf
        .oneHot(tf.range(0, examples, 1, 'int32').mod(tf.scalar(units, 'int32')), units)
        .expandDims(0)
        .toFloat();
      return [...loss.gradient({ tf, random, output, targets }).square().mean([1, 2]).dataSync()];
    });
    const average = perNetwork.reduce((sum, value) => sum + value, 0) / networks;
    const spread = Math.sqrt(perNetwork.reduce((sum, value) => sum + (value - average) ** 2, 0) / networks / (networks - 1));
    const expected = loss.gradientSecondMoment({
      ...{ outputSecondMoment: variance, outputs: units, batch: examples },
      targetSecondMoment: targetSecondMoment(equalClasses(units)),
    });
    // what the docstring of crossentropy allows its interpolation
    const allowed = loss.name === 'crossentropy' ? 0.07 * expected : 1e-6 * expected;
    expect(Math.abs(average - expected)).toBeLessThan(allowed + 4 * spread);
  },
);

/** E Σ p² of softmax probabilities, K ∫ t ψ″(t) ψ(t)^{K−1} dt with ψ(t) = E e^{−t e^{sx}}, by the trapezoid rule in ln t. */
const concentrationByQuadrature = (variance: number, count: number): number => {
  const s = Math.sqrt(variance);
  const nodes = Array.from({ length: 401 }, (_, index) => (index - 200) * 0.045);
  let sum = 0;
  for (let logT = -9 * s - 40; logT < 9 * s + 6; logT += 0.25) {
    const logs = nodes.map((x) => logT + s * x);
    const average = (of: (log: number) => number): number =>
      nodes.reduce((total, x, index) => total + 0.045 * normalDensity(x) * of(logs[index] as number), 0);
    sum += 0.25 * average((log) => Math.exp(2 * log - Math.exp(log))) * average((log) => Math.exp(-Math.exp(log))) ** (count - 1);
  }
  return count * sum;
};

test.each([
  [2, 0.07],
  [10, 0.07],
  [100, 0.18],
  [1000, 0.25],
])(
  'crossentropy with %i classes: the interpolation is as good as its docstring says (%f), against quadrature',
  (count, allowed) => {
    for (const variance of [0.01, 0.4, 1, 2, 5, 7, 25, 100]) {
      const exact = (concentrationByQuadrature(variance, count) - 2 / count + 1) / count;
      const given = losses.crossentropy.gradientSecondMoment({
        ...{ outputSecondMoment: variance, outputs: count, batch: 1 },
        targetSecondMoment: 1 / count,
      });
      expect(Math.abs(given / exact - 1)).toBeLessThan(allowed);
    }
  },
);

test('crossentropy: without a spread all classes share alike, with an infinite one a single class takes all', () => {
  const at = (outputSecondMoment: number): number =>
    losses.crossentropy.gradientSecondMoment({ outputSecondMoment, outputs: 10, batch: 1, targetSecondMoment: 0.1 });
  expect(at(0)).toBeCloseTo(0.09, 15);
  expect(at(Number.POSITIVE_INFINITY)).toBeCloseTo(0.18, 15);
});

const unequal: Answers = { kind: 'classes', frequencies: [0.5, 0.3, 0.2, 0] };

test('chance: an answer that knows the frequencies alone loses their entropy, or their variance, and no other constant loses less', () => {
  const { frequencies } = unequal;
  const entropy = (guess: readonly number[]): number =>
    frequencies.reduce((sum, share, label) => sum - (share > 0 ? share * Math.log(guess[label] as number) : 0), 0);
  expect(losses.crossentropy.chanceLoss(unequal)).toBeCloseTo(entropy(frequencies), 12);
  expect(losses.crossentropy.chanceLoss(equalClasses(7))).toBeCloseTo(Math.log(7), 12);
  // (y − t)² averaged over four outputs, t one with the class's frequency
  const square = (guess: readonly number[]): number =>
    frequencies.reduce(
      (sum, share, label) => sum + share * (1 - (guess[label] as number)) ** 2 + (1 - share) * (guess[label] as number) ** 2,
      0,
    ) / 4;
  expect(losses.mse.chanceLoss(unequal)).toBeCloseTo(square(frequencies), 12);
  for (const guess of [
    [0.49, 0.31, 0.2, 0],
    [0.25, 0.25, 0.25, 0.25],
  ]) {
    expect(entropy(guess)).toBeGreaterThan(losses.crossentropy.chanceLoss(unequal) as number);
    expect(square(guess)).toBeGreaterThan(losses.mse.chanceLoss(unequal) as number);
  }
  expect(losses.probe.chanceLoss(unequal)).toBeNull();
});
