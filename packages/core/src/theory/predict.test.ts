import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { LayerMeasurement } from '../measure/gradient-profile.ts';
import { createMeasurer } from '../measure/measurer.ts';
import { normalDistribution } from '../numbers/normal.ts';
import { mean, standardDeviation } from '../numbers/statistics.ts';
import { studentQuantile } from '../numbers/student.ts';
import * as activations from '../parts/activations/index.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Choice } from '../parts/variant.ts';
import { gaussianAverages } from './averages.ts';
import { finiteWidth, fluctuationRate } from './finite-width.ts';
import { predict as predictOrNot } from './predict.ts';
import type { Prediction } from './prediction.ts';

/** Every network of this file has a theory. */
const predict = (blueprint: Blueprint): Prediction => predictOrNot(blueprint) as Prediction;

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });

/** Nats of a squared norm in a decade of a norm. */
const nats = 2 * Math.LN10;
const networks = 20;

/** What is four standard errors where the error is known is this many where it is estimated from the networks (Student). */
const four = studentQuantile(normalDistribution(4), networks - 1);

const depth = 6;
const width = 256;

// one example per network and a random output vector: what theory speaks about
const settings = { depth, width, batch: 1, loss: named('probe') } as const;

const cases: readonly (Partial<Experiment> & { readonly title: string })[] = [
  { title: 'linear', activation: named('linear') },
  { title: 'orthogonal linear', activation: named('linear'), init: named('orthogonal') },
  { title: 'sigmoid, Glorot', activation: named('sigmoid') },
  { title: 'relu, He', activation: named('relu'), init: named('he-normal') },
  { title: 'relu, orthogonal', activation: named('relu'), init: named('orthogonal'), gain: 2 },
  { title: 'leaky relu, σ_b² = 0.1', activation: named('leaky-relu', 0.2), init: named('lecun-normal'), bias: 0.1 },
  { title: 'tanh in chaos', activation: named('tanh'), init: named('normal'), gain: 3, bias: 0.05 },
  { title: 'erf in order', activation: named('erf'), init: named('normal'), gain: 0.5, bias: 0.2 },
  { title: 'gelu, He uniform', activation: named('gelu'), init: named('he-uniform') },
  { title: 'selu, truncated LeCun', activation: named('selu'), init: named('lecun-normal-truncated') },
  { title: 'softplus', activation: named('softplus'), init: named('glorot-normal') },
  { title: 'tanh rnn', net: named('rnn'), activation: named('tanh'), init: named('normal'), gain: 2, input: 0.5, bias: 0.1 },
  { title: 'silu, unit variance', activation: named('silu'), init: named('lsuv'), batch: 64 },
];

type Networks = Promise<readonly (readonly LayerMeasurement[])[]>;

const measuredBefore = new Map<string, Networks>();

/** The layers of each network by itself, so that their scatter is known. */
const measureOneByOne = (said: Partial<Experiment>): Networks => {
  const asked = JSON.stringify(said);
  const networks = measuredBefore.get(asked) ?? measureAnew(said);
  measuredBefore.set(asked, networks);
  return networks;
};

const measureAnew = async (said: Partial<Experiment>): Networks => {
  const measurer = createMeasurer(await useEngine());
  const all: (readonly LayerMeasurement[])[] = [];
  for (let seed = 0; seed < networks; seed += 1)
    all.push((await measurer.measure(design(complete({ ...settings, ...said, seeds: 1, seed })))).layers);
  measurer.dispose();
  return all;
};

/** One number per network, their mean and its standard error. */
const estimate = (
  all: readonly (readonly LayerMeasurement[])[],
  pick: (layers: readonly LayerMeasurement[]) => number | null,
) => {
  const values = all.map((layers) => pick(layers) ?? Number.NaN);
  return { value: mean(values), error: standardDeviation(values) / Math.sqrt(networks) };
};

test.for(cases)('$title: q, E φ′² and σ_w² of every layer are as predicted, within 4 standard errors', async (entry) => {
  const { title: _, ...said } = entry;
  const all = await measureOneByOne(said);
  const { layers } = predict(design(complete({ ...settings, ...said })));
  for (const { index, q, slopeSecondMoment, gain } of layers) {
    const close = (expected: number, pick: (layer: LayerMeasurement) => number | null): void => {
      const { value, error } = estimate(all, (measured) => pick(measured[index] as LayerMeasurement));
      // lsuv makes Var z one, and E z² one and the square of a mean over the units; 1e-5: float32 where nothing scatters
      const shift = said.init?.name === 'lsuv' ? 1 / width : 1e-5;
      expect(Math.abs(value - expected)).toBeLessThan(four * error + shift * expected);
    };
    close(q, ({ activation }) => activation.preActivationSecondMoment);
    close(slopeSecondMoment as number, ({ activation }) => activation.slopeSecondMoment);
    close(gain as number, ({ weights }) => weights.gain);
  }
});

test.for(cases.filter(({ batch }) => batch === undefined))(
  '$title: the log of the gradient lies where finite width puts it, within 3 √(κL / (nS))',
  async (entry) => {
    const { title: _, ...said } = entry;
    const all = await measureOneByOne(said);
    const blueprint = design(complete({ ...settings, ...said }));
    const { activation = activations.linear } = blueprint.recursion ?? {};
    const { layers } = predict(blueprint);
    const isOrthogonal = said.init?.name === 'orthogonal';
    const last = layers.at(-1)?.log10Rms ?? Number.NaN;
    for (const { index, log10Rms } of layers) {
      const { value } = estimate(
        all,
        (measured) => (measured[index]?.signal.log10Rms ?? Number.NaN) - (measured.at(-1)?.signal.log10Rms ?? Number.NaN),
      );
      const passed = layers.slice(index, -1);
      const rate = mean(passed.map(({ q }) => fluctuationRate(activation, q, isOrthogonal)));
      const variance = passed.length === 0 ? 0 : (rate * passed.length) / width;
      const expected = log10Rms - last - variance / 2 / nats;
      // 1.2: q fluctuates, too, which κ leaves out for units other than linear and relu
      const tolerance = (1.2 * 3 * Math.sqrt(variance / networks)) / nats;
      expect(Math.abs(value - expected)).toBeLessThan(tolerance + 1e-5);
    }
  },
);

test('the spread predicted for relu is that of Hanin & Nica 2018: κ = 5 per layer and width', () => {
  const { layers } = predict(design(complete({ ...settings, activation: named('relu'), init: named('he-normal') })));
  for (const { index, sd } of layers) {
    const reference = { activation: activations.relu, q: 1, isOrthogonal: false, layers: depth - 1 - index, width, networks: 1 };
    expect(sd * nats).toBeCloseTo(finiteWidth(reference).sd, 12);
    expect(sd * nats).toBeCloseTo(Math.sqrt((5 * (depth - 1 - index)) / width), 12);
  }
});

test('the spread measured is the spread predicted, for relu and for tanh', async () => {
  for (const [activation, init] of [
    ['relu', 'he-normal'],
    ['tanh', 'glorot-normal'],
  ] as const) {
    const blueprint = design(complete({ ...settings, width: 64, seeds: 200, activation: named(activation), init: named(init) }));
    const measurer = createMeasurer(await useEngine());
    const { layers } = await measurer.measure(blueprint);
    measurer.dispose();
    const changes =
      layers[0]?.signalPerSeed.map((first, network) => (first ?? 0) - (layers.at(-1)?.signalPerSeed[network] ?? 0)) ?? [];
    const ratio = standardDeviation(changes) / (predict(blueprint).layers[0]?.sd ?? Number.NaN);
    // a standard deviation of 200 nearly normal values is known to 1/√400 = 5 %; fluctuations of q add up to 20 % to it
    expect(ratio).toBeGreaterThan(1 - 0.2);
    expect(ratio).toBeLessThan(1.2 + 0.2);
  }
});

const correlated = [
  { title: 'tanh in order', activation: named('tanh'), init: named('normal'), gain: 1.2, bias: 0.1, correlation: 0.3 },
  { title: 'tanh in chaos', activation: named('tanh'), init: named('normal'), gain: 4, bias: 0.05, correlation: 0.9 },
  { title: 'relu', activation: named('relu'), init: named('he-normal'), correlation: -0.5 },
  { title: 'sigmoid', activation: named('sigmoid'), correlation: 0 },
] as const;

test.for(correlated)('$title: two inputs of correlation $correlation become alike, or not, as predicted', async (entry) => {
  const { title: _, correlation, ...said } = entry;
  const asked = { ...said, task: named('pairs', correlation), batch: 8 };
  const all = await measureOneByOne(asked);
  const { layers } = predict(design(complete({ ...settings, ...asked })));
  for (const { index, correlation: expected } of layers) {
    const { value, error } = estimate(all, (measured) => measured[index]?.activation.correlation ?? null);
    expect(Math.abs(value - expected)).toBeLessThan(four * error + 1e-5);
  }
});

test.each(['crossentropy', 'mse', 'probe'])('loss=%s: the size of the signal itself is as predicted', async (loss) => {
  const said = { activation: named('tanh'), loss: named(loss), depth: 3, batch: 20 };
  const all = await measureOneByOne(said);
  const { layers } = predict(design(complete({ ...settings, ...said })));
  for (const { index, log10Rms, sd } of layers) {
    const { value, error } = estimate(all, (measured) => measured[index]?.signal.log10Rms ?? null);
    // the interpolation of crossentropy is good to 7 % of the square, 0.015 decades; finite width shifts by sd² ln 10 at most
    expect(Math.abs(value - log10Rms)).toBeLessThan(four * error + sd ** 2 * Math.LN10 + (loss === 'crossentropy' ? 0.015 : 0));
  }
});

test('predictions at the ends: a network without weights passes nothing, one layer has nothing to pass', () => {
  const zero = predict(design(complete({ activation: named('tanh'), init: named('zeros'), depth: 3 })));
  expect(zero.layers.map(({ log10Rms }) => log10Rms).slice(0, 2)).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const single = predict(design(complete({ ...settings, depth: 1 })));
  expect(single.layers).toMatchObject([{ index: 0, log10Rms: 0, sd: 0 }]);
});

test('four hundred layers are predicted beyond float64: the sum of logs does not underflow', () => {
  const { layers, chi } = predict(
    design(complete({ ...settings, activation: named('sigmoid'), init: named('normal'), gain: 0.01, depth: 400 })),
  );
  // from the second layer on q is within 1e-3 of its fixed point, and 1/ξ differs by less
  expect((layers[0]?.log10Rms ?? 0) / (399 * Math.log10(Math.sqrt(chi ?? 0)))).toBeCloseTo(1, 3);
  expect(layers[0]?.log10Rms).toBeLessThan(-600);
});

test('an average is the same to the bit, whatever was asked before it', () => {
  const [asked, fresh] = [{ ...activations.gelu }, { ...activations.gelu }];
  gaussianAverages(asked).covariance(1.3, 0.97);
  expect(gaussianAverages(asked).covariance(1.3, 0.4)).toBe(gaussianAverages(fresh).covariance(1.3, 0.4));
});
