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
import type { Choice } from '../parts/variant.ts';
import { missingTheory, predict } from './predict.ts';
import type { LayerPrediction } from './prediction.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });

const networks = 24;

/** What is four standard errors where the error is known is this many where it is estimated from the networks (Student). */
const four = studentQuantile(normalDistribution(4), networks - 1);

const settings = { net: named('cnn'), depth: 5, width: 64, batch: 8, loss: named('probe') } as const;
const circular = named('circular');
const plane = { dims: 2, size: 6 } as const;

const cases: readonly (Partial<Experiment> & { readonly title: string })[] = [
  { title: 'tanh on a circle', activation: named('tanh'), padding: circular, size: 12, bias: 0.05, gain: 2.5 },
  { title: 'relu between borders', activation: named('relu'), init: named('he-normal') },
  { title: 'relu on a plane', activation: named('relu'), init: named('he-normal'), ...plane },
  { title: 'tanh on a plane, even kernel', activation: named('tanh'), bias: 0.1, gain: 2, kernel: 2, ...plane },
  { title: 'sigmoid, kernel wider than the line', activation: named('sigmoid'), kernel: 5, size: 3 },
  { title: 'relu, kernel wider than the circle', activation: named('relu'), padding: circular, kernel: 5, size: 3 },
  { title: 'orthogonal tanh between borders', activation: named('tanh'), init: named('orthogonal') },
  { title: 'delta-orthogonal tanh between borders', activation: named('tanh'), init: named('delta-orthogonal') },
  { title: 'unit variance between borders', activation: named('tanh'), init: named('lsuv') },
  { title: 'pooled relu between borders', activation: named('relu'), init: named('he-normal'), pool: 2 },
  { title: 'pooled relu on a plane', activation: named('relu'), init: named('he-normal'), dims: 2, pool: 2 },
  { title: 'pooled sigmoid on a torus', activation: named('sigmoid'), padding: circular, dims: 2, size: 4, pool: 2 },
  { title: 'normalised relu between borders', activation: named('relu'), norm: named('layer') },
  {
    title: 'batch-normalised relu on a circle',
    activation: named('relu'),
    norm: named('batch', 0),
    padding: circular,
    batch: 32,
  },
  { title: 'batch-normalised relu between borders', activation: named('relu'), norm: named('batch'), batch: 32 },
  { title: 'batch-normalised tanh, pooled', activation: named('tanh'), norm: named('batch'), batch: 32, pool: 2 },
  { title: 'residual relu between borders', net: named('rescnn'), activation: named('relu'), init: named('he-normal') },
  { title: 'residual tanh, pooled', net: named('rescnn'), activation: named('tanh'), order: named('mid'), pool: 2 },
  {
    title: 'residual batch-normalised relu on a circle',
    ...{ net: named('rescnn'), activation: named('relu'), init: named('he-normal'), norm: named('batch') },
    ...{ padding: circular, batch: 32 },
  },
  {
    title: 'highway on a circle',
    ...{ net: named('rescnn'), activation: named('tanh'), skip: named('highway'), order: named('mid'), padding: circular },
  },
  { title: 'relu under crossentropy', activation: named('relu'), init: named('he-normal'), loss: named('crossentropy') },
];

/** The layers of each network by itself, so that their scatter is known. */
const measureOneByOne = async (said: Partial<Experiment>): Promise<readonly (readonly LayerMeasurement[])[]> => {
  const measurer = createMeasurer(await useEngine());
  const all: (readonly LayerMeasurement[])[] = [];
  for (let seed = 0; seed < networks; seed += 1)
    all.push((await measurer.measure(design(complete({ ...settings, ...said, seeds: 1, seed })))).layers);
  measurer.dispose();
  return all;
};

test.for(cases)('$title: signal, q, E φ′², σ_w² and correlation are as predicted, within 4 standard errors', async (entry) => {
  const { title: _, ...said } = entry;
  const layers = predict(design(complete({ ...settings, ...said })))?.layers ?? [];
  expect(layers).toHaveLength(settings.depth);
  const all = await measureOneByOne(said);
  const compare = (
    { index }: LayerPrediction,
    expected: number | null,
    allowed: number,
    pick: (layer: LayerMeasurement) => number | null,
  ): void => {
    const values = all.map((measured) => pick(measured[index] as LayerMeasurement) ?? Number.NaN);
    const error = standardDeviation(values) / Math.sqrt(networks);
    expect(Math.abs(mean(values) - (expected ?? Number.NaN))).toBeLessThan(four * error + allowed);
  };
  for (const layer of layers) {
    const { q, correlation, slopeSecondMoment, gain, log10Rms } = layer;
    // means of squares carry no shift at finite width; 2 %: what bounded units, norms and gates of this width make of fluctuating q
    compare(layer, q, 0.02 * q, ({ activation }) => activation.preActivationSecondMoment);
    compare(
      layer,
      10 ** (2 * log10Rms),
      0.02 * 10 ** (2 * log10Rms),
      ({ signal }) => 10 ** (2 * (signal.log10Rms ?? Number.NaN)),
    );
    compare(layer, slopeSecondMoment, 0.01, ({ activation }) => activation.slopeSecondMoment);
    compare(layer, gain, 1e-5, ({ weights }) => weights.gain);
    compare(layer, correlation, 0.02, ({ activation }) => activation.correlation);
  }
});

test('a gate between borders has no theory, and says so', () => {
  const said = { net: named('rescnn'), skip: named('highway') };
  expect(missingTheory(design(complete({ ...settings, ...said })))).toBe('a gate beside borders that find zeros');
});

test('a thousand layers between a readout and the input are predicted', () => {
  const said = { activation: named('tanh'), padding: circular, depth: 1000, loss: named('crossentropy') };
  expect(predict(design(complete({ ...settings, ...said })))?.layers).toHaveLength(1000);
});
