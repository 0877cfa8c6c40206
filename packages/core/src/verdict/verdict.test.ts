import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { GradientProfile } from '../measure/gradient-profile.ts';
import { createMeasurer } from '../measure/measurer.ts';
import type { Choice } from '../parts/variant.ts';
import { parseQuery } from '../query/parse-query.ts';
import { printQuery } from '../query/print-query.ts';
import { finiteWidth } from '../theory/finite-width.ts';
import { predict } from '../theory/predict.ts';
import { judge } from './judge.ts';
import * as diagnoses from './kinds/index.ts';
import type { Verdict, VerdictKind } from './verdict.ts';
import { powerOfTen } from './words.ts';

interface Judged {
  readonly experiment: Experiment;
  readonly measured: GradientProfile;
  readonly verdict: Verdict;
}

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { width: 32, seeds: 4, batch: 32 } as const;

const ask = async (said: Partial<Experiment>): Promise<Judged> => {
  const experiment = complete({ ...small, ...said });
  const blueprint = design(experiment);
  const measurer = createMeasurer(await useEngine());
  const measured = await measurer.measure(blueprint);
  measurer.dispose();
  return {
    experiment,
    measured,
    verdict: judge({ experiment, blueprint, measured, theory: predict(blueprint), theoryMissing: null }),
  };
};

/** Decades from the last hidden layer to the first, mean over networks. */
const decadesOf = ({ layers }: GradientProfile): number =>
  (layers[0]?.signal.log10Rms ?? Number.NaN) - (layers.at(-1)?.signal.log10Rms ?? Number.NaN);

const relu = named('relu');
const tanh = named('tanh');
const normal = named('normal');

/** What has to be told apart. */
const patients: readonly (Partial<Experiment> & { readonly title: string; readonly kind: VerdictKind })[] = [
  { title: 'sigmoid, ten layers', kind: 'vanishing', activation: named('sigmoid') },
  { title: 'relu with Glorot weights, thirty layers', kind: 'vanishing', activation: relu, depth: 30 },
  { title: 'a single sigmoid network', kind: 'vanishing', activation: named('sigmoid'), seeds: 1 },
  { title: 'relu with He weights', kind: 'healthy', activation: relu, init: named('he-normal') },
  { title: 'one layer of tanh', kind: 'healthy', activation: tanh, depth: 1 },
  { title: 'tanh deep in chaos', kind: 'exploding', activation: tanh, init: normal, gain: 4, bias: 0.05, depth: 60 },
  { title: 'tanh with zero weights', kind: 'zero', activation: tanh, init: named('zeros') },
  // relu's slope at 0 is 0, so its units are silent, too; but it is the weights that are at fault
  { title: 'relu with zero weights', kind: 'zero', activation: relu, init: named('zeros') },
  // two units are silent together in a quarter of all layers: some layer of thirty ends every path, whatever the weights
  { title: 'relu two units wide', kind: 'dead', activation: relu, width: 2, seeds: 8, depth: 30 },
  { title: 'relu four units wide', kind: 'dead', activation: relu, width: 4, seeds: 8, depth: 30 },
  { title: 'tanh with huge weights, one layer', kind: 'saturated', activation: tanh, init: normal, gain: 1e4, depth: 1 },
  { title: 'tanh with huge weights, two layers', kind: 'saturated', activation: tanh, init: normal, gain: 1e4, depth: 2 },
  // exactly flat almost everywhere, and yet its few steep units pass a gradient
  { title: 'hard sigmoid with huge weights', kind: 'saturated', activation: named('hard-sigmoid'), gain: 1e4, depth: 3 },
  { title: 'relu with σ = 50, forty layers', kind: 'overflow', activation: relu, init: named('normal', 50), depth: 40 },
  {
    title: 'two layers and no learning rate to speak of',
    kind: 'tiny',
    activation: tanh,
    lr: 1e-9,
    depth: 2,
    loss: named('mse'),
  },
  { title: 'tanh, fifty layers', kind: 'borderline', activation: tanh, depth: 50 },
];

test.for(patients)('$title: $kind', async ({ title: _, kind, ...said }) => {
  const { experiment, verdict } = await ask(said);
  expect(verdict.kind).toBe(kind);
  expect(verdict.headline.toLowerCase().startsWith(`${kind}: `)).toBe(true);
  for (const sentence of [verdict.headline, verdict.cause, verdict.signal, verdict.update])
    expect(sentence).not.toMatch(/NaN %|undefined|null|Infinity|NaN-fold/);
  const queries = verdict.advice.map(({ query }) => query);
  expect(new Set(queries).size).toBe(queries.length);
  expect(queries).not.toContain(printQuery({ kind: 'network', experiment }));
  for (const query of queries) expect(parseQuery(query)).toMatchObject({ kind: 'question', question: { kind: 'network' } });
});

test('every diagnosis has its own precedence, and its patient above', () => {
  const all = Object.values(diagnoses);
  expect(new Set(all.map(({ precedence }) => precedence)).size).toBe(all.length);
  expect(new Set(patients.map(({ kind }) => kind))).toEqual(new Set(all.map(({ kind }) => kind)));
});

test('the headline holds the numbers measured: the ratio over the layers and the signal at the first', async () => {
  const { measured, verdict } = await ask({ activation: named('sigmoid') });
  const first = measured.layers[0]?.signal.log10Rms ?? Number.NaN;
  expect(verdict.headline).toContain(`over 10 layers the gradient shrinks ${powerOfTen(-decadesOf(measured))}-fold`);
  expect(verdict.headline).toContain(`to ${powerOfTen(first)} at dense 1`);
});

test('the cause takes the factor per layer apart: E φ′² × σ_w² is what the signal loses', async () => {
  // decades of |d| from layer to layer: half of those of |d|²
  const { measured, verdict } = await ask({ activation: named('sigmoid'), width: 128 });
  const [, factor = '', slope = '', gain = ''] =
    /by ([\d.]+) = ([\d.]+) \(slope .*?\) × ([\d.]+) \(weights/.exec(verdict.cause) ?? [];
  expect(Number(slope) * Number(gain)).toBeCloseTo(Number(factor), 3);
  const measuredFactor = 10 ** ((2 * decadesOf(measured)) / 9);
  // fluctuations at width 128: ln |d|² over 9 layers and 4 networks varies by √(2 · 9 / 128 / 4) = 0.19, a ninth per layer
  expect(Math.abs(Number(factor) / measuredFactor - 1)).toBeLessThan((3 * 0.19) / 9);
});

const treatable: readonly (Partial<Experiment> & { readonly title: string })[] = [
  { title: 'sigmoid, ten layers', activation: named('sigmoid') },
  { title: 'relu, thirty layers', activation: relu, depth: 30 },
  { title: 'tanh in chaos', activation: tanh, init: normal, gain: 4, bias: 0.05, depth: 60 },
];

test.for(treatable)('$title: whoever follows the first advice gets a flatter gradient and a better verdict', async (patient) => {
  const { title: _, ...said } = patient;
  const before = await ask(said);
  const parsed = parseQuery(before.verdict.advice[0]?.query ?? '');
  if (parsed.kind === 'issues' || parsed.question.kind !== 'network') throw new Error('no network is advised');
  const after = await ask(parsed.question.experiment);
  expect(Math.abs(decadesOf(after.measured))).toBeLessThan(Math.abs(decadesOf(before.measured)) / 2);
  expect(after.verdict.kind).not.toBe(before.verdict.kind);
});

test('dead units: the first advice brings the signal back to the first layer', async () => {
  const before = await ask({ activation: relu, width: 2, seeds: 8, depth: 30 });
  expect(before.measured.layers[0]?.signal.log10Rms).toBeNull();
  const parsed = parseQuery(before.verdict.advice[0]?.query ?? '');
  if (parsed.kind === 'issues' || parsed.question.kind !== 'network') throw new Error('no network is advised');
  const { measured } = await ask(parsed.question.experiment);
  expect(measured.layers[0]?.signalPerSeed.filter((decades) => decades === null)).toEqual([]);
});

test('steps lost in rounding: the first advice makes steps that count', async () => {
  const { verdict } = await ask({ activation: tanh, lr: 1e-9, depth: 2 });
  const parsed = parseQuery(verdict.advice[0]?.query ?? '');
  if (parsed.kind === 'issues' || parsed.question.kind !== 'network') throw new Error('no network is advised');
  const after = await ask(parsed.question.experiment);
  expect(after.verdict.kind).toBe('healthy');
});

/** What is advised, by what of the experiment it changes. */
const advised = async (said: Partial<Experiment>): Promise<readonly string[]> => {
  const { experiment, verdict } = await ask(said);
  return verdict.advice.map(({ query }) => {
    const parsed = parseQuery(query);
    if (parsed.kind === 'issues' || !('experiment' in parsed.question)) throw new Error(`${query} is no network`);
    const { experiment: other } = parsed.question;
    return Object.keys(other)
      .filter(
        (field) => JSON.stringify(other[field as keyof Experiment]) !== JSON.stringify(experiment[field as keyof Experiment]),
      )
      .sort()
      .join(' ');
  });
};

test('several remedies that exchange one thing are one piece of advice: the best of them', async () => {
  const blocks = await advised({ net: named('resnet'), activation: relu, init: named('he-normal'), depth: 30 });
  expect(blocks).toHaveLength(3);
  expect(blocks.filter((fields) => fields === 'skip')).toHaveLength(1);
  const steps = await advised({ net: named('rnn'), activation: named('sigmoid'), depth: 20 });
  expect(steps.filter((fields) => fields.includes('net'))).toHaveLength(1);
});

test('what theory has no answer for is advised behind what it expects to be healthy, and before what it does not', async () => {
  const { verdict } = await ask({ net: named('rnn'), activation: relu, depth: 40 });
  expect(verdict.advice.map(({ query }) => /init=\S+|net=lstm/.exec(query.replace('net=rnn', ''))?.[0])).toEqual([
    'net=lstm',
    'init=identity',
    'init=lecun-normal',
  ]);
  // nobody knows what to expect of the network as it is, so the advice is compared with what was measured
  expect(verdict.advice[0]?.expected).toMatch(/instead of the measured −\d\.\d decades$/);
});

test('where a burst of the gradient cannot be prevented, its steps are cut, in a training that shows it', async () => {
  const { verdict } = await ask({ net: named('lstm'), gain: 100, depth: 20 });
  expect(verdict.kind).toBe('exploding');
  expect(parseQuery(verdict.advice.at(-1)?.query ?? '')).toMatchObject({
    kind: 'question',
    question: { kind: 'training', experiment: { clip: 1, train: 150 } },
  });
});

test('an overflow is not blamed on dead units behind it', async () => {
  const { verdict } = await ask({ activation: relu, init: named('normal', 50), depth: 40 });
  expect(verdict.evidence.filter((fact) => fact.includes('dead'))).toEqual([]);
});

test('four hundred layers of sigmoid: a signal of 1e-250 is reported, and where float32 would lose it', async () => {
  const { experiment, measured, verdict } = await ask({ activation: named('sigmoid'), depth: 400, width: 16, seeds: 2 });
  const { chi = null, qStar = null } = predict(design(experiment)) ?? {};
  const { activation } = design(experiment).recursion ?? {};
  if (chi === null || qStar === null || activation === undefined) throw new Error('sigmoid nets have a fixed point');
  const width = { activation, q: qStar, isOrthogonal: false, layers: 399, width: 16, networks: 2 };
  const { meanShift, toleranceOfMeanLog } = finiteWidth(width);
  const decades = 1 / (2 * Math.LN10);
  const expected = 399 * Math.log10(Math.sqrt(chi)) + meanShift * decades;
  // three standard errors of finite width, and the 20 to 40 % that units other than linear and relu add to the variance
  const tolerance = 1.4 * (toleranceOfMeanLog + Math.abs(meanShift) / 3) * decades;
  expect(Math.abs(decadesOf(measured) - expected)).toBeLessThan(tolerance);
  expect(measured.layers[0]?.signal.log10Rms).toBeLessThan(-240);
  expect(verdict.kind).toBe('vanishing');
  expect(verdict.headline).toContain(`exactly zero from ${measured.float32ZeroFrom} down`);
});

test('float32 loses a layer once its largest entry is below half of 2⁻¹⁴⁹', async () => {
  const { measured } = await ask({ activation: named('sigmoid'), depth: 90, width: 16, seeds: 2 });
  const { layers, float32ZeroFrom } = measured;
  const index = layers.findIndex(({ name }) => name === float32ZeroFrom);
  const threshold = -150 * Math.log10(2);
  const largest = (layer: (typeof layers)[number] | undefined): number => Math.max(...(layer?.signalPerSeed ?? []).map(Number));
  // the largest of a network's 32 · 16 entries lies between their RMS and its √(32 · 16)-fold
  expect(index).toBeGreaterThan(0);
  expect(largest(layers[index])).toBeLessThan(threshold);
  expect(largest(layers[index + 1])).toBeGreaterThan(threshold - Math.log10(Math.sqrt(32 * 16)));
  for (const [position, { counts }] of layers.entries())
    expect(counts.underflow + counts.zero === counts.entries).toBe(position <= index);
});
