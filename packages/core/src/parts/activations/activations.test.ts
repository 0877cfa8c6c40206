import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { normalRule } from '../../numbers/gauss-legendre.ts';
import type { Activation } from './activation.ts';
import * as activations from './index.ts';

const shelf: readonly Activation[] = [...Object.values(activations), activations.leakyRelu.parameter?.with(0.2) as Activation];
const named = shelf.map(
  (activation) => [`${activation.name}${activation.parameter ? `(${activation.parameter.value})` : ''}`, activation] as const,
);

/** Spacing of float32 numbers at 1. */
const float32Epsilon = 2 ** -23;

/** Points on both sides of every kink, near zero and far out, none nearer than 1e-3 to a kink. */
const pointsOf = ({ kinks }: Activation): readonly number[] => {
  const points = [1e-6, 1e-4, 3e-3, 0.05, 0.24, 0.26, 0.7, 1.1, 1.9, 2.4, 3.3, 5, 7.5, 12].flatMap((x) => [x, -x]);
  return points.filter((x) => kinks.every((kink) => Math.abs(x - kink) > 1e-3 || (kink === 0 && Math.abs(x) < 1e-3)));
};

const steepestSlope = ({ slope }: Activation): number =>
  Math.max(...Array.from({ length: 4001 }, (_, index) => Math.abs(slope((index - 2000) / 200))));

test.each(named)('%s: the slope agrees with central differences away from kinks', (_name, { value, slope, kinks }) => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
      const step = 1e-4;
      fc.pre(kinks.every((kink) => Math.abs(x - kink) > 2 * step));
      // fourth-order difference: truncation h⁴|φ⁽⁵⁾|/30 < 1e-15, rounding of values up to 20 over 12h about 1e-11
      const difference = (8 * (value(x + step) - value(x - step)) - (value(x + 2 * step) - value(x - 2 * step))) / (12 * step);
      expect(Math.abs(difference - slope(x))).toBeLessThan(1e-10);
    }),
  );
});

test.each(named)('%s: value and slope are numbers as far out as ±1e200', (_name, { value, slope }) => {
  for (const x of [-1e200, -800, -40, 0, 40, 800, 1e200]) {
    expect(value(x)).not.toBeNaN();
    expect(slope(x)).not.toBeNaN();
    expect(Math.abs(slope(x))).toBeLessThan(2);
    expect(Math.abs(value(x))).toBeLessThanOrEqual(1.06 * Math.abs(x) + 1);
  }
});

test.each(named)('%s: φ is continuous, and φ or φ′ breaks at every kink named', (_name, { value, slope, kinks }) => {
  for (const kink of kinks) {
    const gap = 1e-7;
    expect(Math.abs(value(kink + gap) - value(kink - gap))).toBeLessThan(4 * gap);
    const jumpOfSlope = Math.abs(slope(kink + gap) - slope(kink - gap));
    const curvature = (side: number): number => (slope(kink + 2 * side * gap) - slope(kink + side * gap)) / (side * gap);
    expect(Math.max(jumpOfSlope, Math.abs(curvature(1) - curvature(-1)))).toBeGreaterThan(0.01);
  }
});

test.each(named)('%s: is scale invariant exactly if it says so', (_name, { value, isScaleInvariant }) => {
  const deviations = [-2, -0.3, 0.4, 3].map((x) => Math.abs(value(3.7 * x) - 3.7 * value(x)));
  const largest = Math.max(...deviations);
  if (isScaleInvariant) expect(largest).toBeLessThan(1e-14);
  else expect(largest).toBeGreaterThan(0.01);
});

test.each(named)(
  '%s: saturation begins at 5 %% of the steepest slope, for units that are flat on both sides',
  (_name, activation) => {
    const isFlatOnBothSides = [-1e6, 1e6].every((x) => Math.abs(activation.slope(x)) < 1e-9);
    expect(activation.saturatedBelow !== null).toBe(isFlatOnBothSides);
    if (activation.saturatedBelow !== null)
      expect(activation.saturatedBelow / (0.05 * steepestSlope(activation))).toBeCloseTo(1, 12);
  },
);

test.each(named)('%s: closed forms equal quadrature', (_name, { value, slope, kinks, closedForms }) => {
  for (const q of [1e-4, 0.01, 0.12, 0.13, 1, 4, 30]) {
    const root = Math.sqrt(q);
    const { nodes, weights } = normalRule([...kinks, -8, -4, -2, -1, 1, 2, 4, 8].map((x) => x / root));
    const average = (of: (x: number) => number): number =>
      nodes.reduce((sum, z, index) => sum + of(root * z) * (weights[index] as number), 0);
    const close = (form: ((q: number) => number) | undefined, of: (x: number) => number, size: number): void => {
      if (form === undefined) return;
      // 500 rounded terms; both sides reach about 1e-14 of the mean size of a term
      expect(Math.abs(form(q) - average(of))).toBeLessThan(5e-14 * size);
    };
    close(
      closedForms.secondMoment,
      (x) => value(x) ** 2,
      average((x) => value(x) ** 2),
    );
    close(
      closedForms.slopeSecondMoment,
      (x) => slope(x) ** 2,
      average((x) => slope(x) ** 2),
    );
    close(
      closedForms.slopeFourthMoment,
      (x) => slope(x) ** 4,
      average((x) => slope(x) ** 4),
    );
    close(
      closedForms.mean,
      value,
      average((x) => Math.abs(value(x))),
    );
  }
});

test('names and aliases are in kebab case and unique over the shelf, dashes aside', () => {
  const names = Object.values(activations).flatMap(({ name, aliases }) => [name, ...aliases]);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const bare = names.map((name) => name.replaceAll('-', ''));
  expect(new Set(bare).size).toBe(bare.length);
});

test.each(named)('%s: tells what it is', (_name, { summary, explanation }) => {
  expect(summary).toMatch(/^\S.*[^.]$/);
  expect(explanation.formula).toMatch(/^φ\(x\) = \S/);
});

test.each(named)('%s: a parameter has its default inside its range, and makes the variant it says', (_name, activation) => {
  const { parameter, name } = activation;
  if (parameter === undefined) return;
  expect(parameter.default).toBeGreaterThanOrEqual(parameter.minimum);
  expect(parameter.default).toBeLessThanOrEqual(parameter.maximum);
  for (const value of [parameter.minimum, parameter.default, parameter.maximum]) {
    const made = parameter.with(value);
    expect([made.name, made.parameter?.value]).toEqual([name, value]);
  }
});

const backends = ['cpu', 'wasm', 'tensorflow'] as const;
const available = new Set<string>();
let tf: TensorFlow;

beforeAll(async () => {
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  const load = createRequire(import.meta.url);
  tf = load('@tensorflow/tfjs') as TensorFlow;
  tf.env().set('PROD', true);
  for (const extension of ['@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-node']) {
    try {
      load(extension);
    } catch {
      // an engine that is not installed is not tested
    }
  }
  for (const backend of backends) if (await tf.setBackend(backend).catch(() => false)) available.add(backend);
}, 30_000);

/** Rounding of a float32 computation of a dozen operations, relative to the larger of |x|, near zero the size of everything, and 1 beyond. */
const tolerance = (x: number, offset: number): number =>
  12 * float32Epsilon * (offset !== 0 ? Math.max(1, Math.abs(x)) : Math.abs(x));

for (const [name, activation, backend] of named.flatMap((entry) => backends.map((backend) => [...entry, backend] as const))) {
  test(`${name} on ${backend}: tensor form and tensor slope agree with the scalar forms`, async (context) => {
    if (!available.has(backend)) context.skip(`the ${backend} engine is not installed`);
    await tf.setBackend(backend);
    const points = pointsOf(activation).map(Math.fround);
    const [values, slopes] = tf.tidy(() => {
      const x = tf.tensor3d([...points], [1, 1, points.length]);
      const y = activation.tensorValue(tf, x);
      return [y.dataSync(), activation.tensorSlope(tf, x, y).dataSync()];
    });
    points.forEach((x, index) => {
      expect(Math.abs((values[index] as number) - activation.value(x))).toBeLessThan(tolerance(x, activation.value(0)));
      expect(Math.abs((slopes[index] as number) - activation.slope(x))).toBeLessThan(
        12 * float32Epsilon * Math.max(1, Math.abs(x)),
      );
    });
  });
}

test.each(named)('%s: at kinks the tensor slope is the scalar one', async (_name, activation) => {
  await tf.setBackend('cpu');
  const slopes = tf.tidy(() => {
    const x = tf.tensor3d([...activation.kinks], [1, 1, activation.kinks.length]);
    return activation.tensorSlope(tf, x, activation.tensorValue(tf, x)).dataSync();
  });
  expect(activation.kinks.map((_, index) => slopes[index])).toEqual(
    activation.kinks.map((kink) => Math.fround(activation.slope(kink))),
  );
});
