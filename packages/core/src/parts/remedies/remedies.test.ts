import { afterAll, expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { treat } from '../../experiment/treat.ts';
import type { GradientProfile } from '../../measure/gradient-profile.ts';
import { createMeasurer } from '../../measure/measurer.ts';
import { trainNetworks } from '../../measure/training/train-networks.ts';
import { standardDeviation } from '../../numbers/statistics.ts';
import { stableCriticalPoint } from '../../theory/critical-line.ts';
import type { Choice } from '../variant.ts';
import * as shelf from './index.ts';
import type { Remedy } from './remedy.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { width: 32, seeds: 4, batch: 16 } as const;

const engine = await useEngine();
const measurer = createMeasurer(engine);
afterAll(() => measurer.dispose());

const measure = (experiment: Experiment): Promise<GradientProfile> => measurer.measure(design(experiment));

/** The network that comes of a remedy: the same seeds, the same data. */
const treated = (remedy: Remedy, patient: Experiment): Experiment => {
  const { activation } = design(patient).recursion ?? {};
  const criticalPoint = () => (activation === undefined ? null : stableCriticalPoint(activation, patient.bias));
  const cured = treat(remedy, patient, { criticalPoint });
  if (cured === null) throw new Error(`${remedy.name} has nothing to propose`);
  return cured;
};

/** Decades from the last hidden layer to the first, of each network. */
const decadesOf = ({ layers }: GradientProfile): readonly number[] =>
  (layers[0]?.signalPerSeed ?? []).map(
    (first, network) => (first ?? Number.NaN) - (layers.at(-1)?.signalPerSeed[network] ?? Number.NaN),
  );

const relu = named('relu');
const deepSigmoid = { depth: 10, activation: named('sigmoid') };
const glorotRelu = { depth: 30, activation: relu };
const heBlocks = { net: named('resnet'), depth: 30, activation: relu, init: named('he-normal') };
const sigmoidSteps = { net: named('rnn'), depth: 20, activation: named('sigmoid') };
const cell = { net: named('lstm'), depth: 40 };

/** What each remedy is held to: how little of the decades it leaves, at most. A half where theory expects a flat gradient. */
const cures: readonly { readonly remedy: Remedy; readonly patient: Partial<Experiment>; readonly left: number }[] = [
  { remedy: shelf.reluHe, patient: deepSigmoid, left: 0.5 },
  { remedy: shelf.tanhGlorot, patient: deepSigmoid, left: 0.5 },
  { remedy: shelf.seluLecun, patient: deepSigmoid, left: 0.5 },
  { remedy: shelf.he, patient: glorotRelu, left: 0.5 },
  { remedy: shelf.lsuv, patient: glorotRelu, left: 0.5 },
  { remedy: shelf.layerNorm, patient: glorotRelu, left: 0.5 },
  { remedy: shelf.residual, patient: glorotRelu, left: 0.5 },
  {
    remedy: shelf.critical,
    patient: { depth: 60, activation: named('tanh'), init: named('normal'), gain: 4, bias: 0.05 },
    left: 0.5,
  },
  { remedy: shelf.batchNorm, patient: heBlocks, left: 0.5 },
  // each block starts as the identity: nothing is left but rounding
  { remedy: shelf.fixup, patient: heBlocks, left: 1e-4 },
  { remedy: shelf.skipinit, patient: heBlocks, left: 1e-4 },
  { remedy: shelf.lstm, patient: sigmoidSteps, left: 0.5 },
  // a sigmoid's slope and weights cost 0.66 decades a step, an update gate that keeps half of the state 0.17
  { remedy: shelf.gru, patient: sigmoidSteps, left: 0.5 },
  { remedy: shelf.forgetBias, patient: cell, left: 0.5 },
  { remedy: shelf.chrono, patient: cell, left: 0.5 },
  // relu with Glorot weights loses half of the square at every step, an IRNN what falls below zero once
  { remedy: shelf.identity, patient: { net: named('rnn'), depth: 40, activation: relu }, left: 0.2 },
];

test.for(cures)('$remedy.name: leaves less than $left of the decades, network by network', async ({ remedy, patient, left }) => {
  const before = complete({ ...small, ...patient });
  const [sick, cured] = [decadesOf(await measure(before)), decadesOf(await measure(treated(remedy, before)))];
  for (const [network, decades] of sick.entries()) {
    expect(Math.abs(decades)).toBeGreaterThan(1);
    expect(Math.abs(cured[network] as number)).toBeLessThan(left * Math.abs(decades));
  }
});

test('orthogonal: networks of one width scatter less', async () => {
  const before = complete({ ...small, seeds: 8, depth: 30, activation: named('linear'), init: named('lecun-normal') });
  const [sick, cured] = [decadesOf(await measure(before)), decadesOf(await measure(treated(shelf.orthogonal, before)))];
  // linear networks of orthogonal weights do not scatter at all
  expect(standardDeviation(cured)).toBeLessThan(0.01 * standardDeviation(sick));
});

test('leakyRelu: where dead units end every path, the signal arrives', async () => {
  const before = complete({ ...small, seeds: 8, depth: 30, width: 2, activation: relu });
  const [sick, cured] = [await measure(before), await measure(treated(shelf.leakyRelu, before))];
  expect(sick.layers[0]?.signalPerSeed).toContain(null);
  expect(cured.layers[0]?.signalPerSeed).not.toContain(null);
});

test('adam: steps that sgd loses in rounding count', async () => {
  const before = complete({ ...small, ...deepSigmoid });
  const [sick, cured] = [await measure(before), await measure(treated(shelf.adam, before))];
  const stepOf = ({ layers }: GradientProfile): number => layers[0]?.update.log10Ratio ?? Number.NEGATIVE_INFINITY;
  expect(stepOf(sick)).toBeLessThan(-7);
  expect(stepOf(cured)).toBeGreaterThan(-4);
});

test('clipping: a training that a burst ends goes on, and its loss falls', async () => {
  const before = complete({ ...small, net: named('rnn'), depth: 20, activation: relu, gain: 3 });
  const after = treated(shelf.clipping, before);
  const steps = after.train;
  const sick = await trainNetworks(engine, design(before), { steps });
  const cured = await trainNetworks(engine, design(after), { steps });
  expect(sick.stopped?.step).toBeLessThan(10);
  expect(cured.stopped).toBeNull();
  const losses = cured.steps.map(({ loss }) => loss.mean ?? Number.NaN);
  expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 2);
});

test('every remedy is held to what it says', () => {
  const held = [...cures.map(({ remedy }) => remedy), shelf.orthogonal, shelf.leakyRelu, shelf.adam, shelf.clipping];
  expect(new Set(held)).toEqual(new Set(Object.values<Remedy>(shelf)));
});
