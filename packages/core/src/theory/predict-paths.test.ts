import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { PathMeasurement } from '../measure/gradient-profile.ts';
import { createMeasurer } from '../measure/measurer.ts';
import { normalDistribution } from '../numbers/normal.ts';
import { mean, standardDeviation } from '../numbers/statistics.ts';
import { studentQuantile } from '../numbers/student.ts';
import type { Choice } from '../parts/variant.ts';
import { predict } from './predict.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const blueprintOf = (said: Partial<Experiment>) =>
  design(complete({ net: named('resnet'), depth: 4, width: 16, batch: 8, ...said }));

const networks = 20;

/** What is four standard errors where the error is known is this many where it is estimated from the networks (Student). */
const four = studentQuantile(normalDistribution(4), networks - 1);

const predicted: readonly (Partial<Experiment> & { readonly title: string })[] = [
  { title: 'relu, He', activation: named('relu'), init: named('he-normal') },
  { title: 'sigmoid, half of it', activation: named('sigmoid'), skip: named('residual', 0.5) },
  { title: 'tanh, scaled by depth', activation: named('tanh'), skip: named('scaled') },
  { title: 'relu, layer norm', activation: named('relu'), norm: named('layer') },
  {
    title: 'linear highway',
    activation: named('linear'),
    init: named('lecun-normal'),
    order: named('mid'),
    skip: named('highway'),
  },
];

test.for(predicted)('$title: what a branch adds, and its share of the gradient, are as theory says', async (said) => {
  // one example per network and a random output vector: what theory speaks about
  const settings = { ...said, width: 256, batch: 1, seeds: 1, loss: named('probe') };
  const theory = predict(blueprintOf(settings))?.layers.map(({ paths }) => paths?.[0] ?? never()) ?? never();
  const measurer = createMeasurer(await useEngine());
  const measured: (readonly PathMeasurement[])[] = [];
  for (let seed = 0; seed < networks; seed += 1)
    measured.push((await measurer.measure(blueprintOf({ ...settings, seed }))).layers.map(({ paths }) => paths?.[0] ?? never()));
  measurer.dispose();
  for (const [index, { forward, backward }] of theory.entries()) {
    const check = (read: (path: PathMeasurement) => number | null, expected: number | null): void => {
      const values = measured.map((layers) => read(layers[index] ?? never()) ?? Number.NaN);
      const error = standardDeviation(values) / Math.sqrt(networks);
      expect(Math.abs(mean(values) - (expected ?? Number.NaN))).toBeLessThan(four * error);
    };
    check((path) => path.forward.branch.log10Rms, forward.branch);
    check((path) => path.forward.branchShare, forward.branchShare);
    check((path) => path.backward.branchShare, backward.branchShare);
  }
});

test('theory leaves the share of the gradient out where borders make positions unlike', () => {
  const paths = (padding: string) =>
    predict(blueprintOf({ net: named('rescnn'), size: 8, padding: named(padding) }))?.layers[1]?.paths?.[0];
  expect(paths('zero')?.backward.branchShare).toBeNull();
  expect(paths('circular')?.backward.branchShare).toBeGreaterThan(0);
});

const never = (): never => {
  throw new Error('no such path');
};
