import type { Tensor3D } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import { createMeasurer } from '../../measure/measurer.ts';
import { uniformLaw } from '../../parts/initializers/laws/uniform.ts';
import { judge } from '../../verdict/judge.ts';
import { probe } from './probe.ts';

const named = (name: string) => ({ name, parameter: null });

/** The laboratory's network, drawn in the order in which it draws, as a model of layers; and its batch. */
const asLayers = async (blueprint: ReturnType<typeof design>, activation: string) => {
  const engine = await useEngine();
  const { tf } = engine;
  const random = createRandom(engine, tf.scalar(blueprint.firstSeed, 'int32'));
  const { inputs, targets } = blueprint.task.draw(tf, random, { ...blueprint, tables: [] });
  const model = tf.sequential();
  let fanIn = blueprint.features;
  for (const [row, { units }] of blueprint.rows.entries()) {
    const scale = Math.sqrt(2 / (fanIn + units) / uniformLaw.nominalVariance(fanIn, units));
    const weights = (random.uniform([1, fanIn, units]).mul(scale) as Tensor3D).squeeze([0]);
    const isLast = row === blueprint.rows.length - 1;
    const options = row === 0 ? { inputShape: [fanIn] } : {};
    const layer = tf.layers.dense({ units, ...options, ...(isLast ? {} : { activation: activation as 'tanh' }) });
    model.add(layer);
    layer.setWeights([weights, tf.zeros([units])]);
    fanIn = units;
  }
  const [x, y] = [inputs.squeeze([0]), targets.squeeze([0])];
  return { tf, model, inputs: x, targets: y };
};

test.for([
  { activation: 'tanh', depth: 6, loss: 'mse' },
  { activation: 'sigmoid', depth: 12, loss: 'crossentropy' },
  { activation: 'relu', depth: 5, loss: 'crossentropy' },
])('a $activation net of $depth layers has the same report as the laboratory gives it', async ({ activation, depth, loss }) => {
  const experiment = complete({
    activation: named(activation),
    loss: named(loss),
    depth,
    width: 24,
    batch: 16,
    seeds: 1,
    seed: 5,
    lr: 0.03,
  });
  const blueprint = design(experiment);
  const { tf, model, inputs, targets } = await asLayers(blueprint, activation);
  const measured = await createMeasurer(await useEngine()).measure(blueprint);
  const report = await probe(model, {
    inputs,
    targets,
    loss: loss === 'mse' ? 'meanSquaredError' : (target, output) => tf.losses.softmaxCrossEntropy(target, output),
    optimizer: tf.train.sgd(blueprint.learningRate),
  });
  // each layer multiplies by sums of 24 products of float32 numbers, rounded to 2⁻²⁴ each: relative, and on both sides
  const tolerance = 2 * depth * 24 * 2 ** -24;
  const near = (ours: number | null | undefined, theirs: number | null | undefined): void =>
    expect(Math.abs((ours ?? Number.NaN) - (theirs ?? Number.NaN))).toBeLessThan(tolerance * Math.max(1, Math.abs(theirs ?? 1)));
  for (const [index, theirs] of [...measured.layers, measured.readout].entries()) {
    const ours = [...report.measured.layers, report.measured.readout][index];
    near(ours?.signal.log10Rms, theirs?.signal.log10Rms);
    near(ours?.gradient.log10Norm, theirs?.gradient.log10Norm);
    near(ours?.update.log10Ratio, theirs?.update.log10Ratio);
    near(ours?.weights.gain, theirs?.weights.gain);
    near(ours?.weights.log10Norm, theirs?.weights.log10Norm);
    near(ours?.activation.mean, theirs?.activation.mean);
    near(ours?.activation.variance, theirs?.activation.variance);
    near(ours?.activation.preActivationSecondMoment, theirs?.activation.preActivationSecondMoment);
    expect(ours?.activation.saturated).toBe(theirs?.activation.saturated);
    expect(ours?.activation.dead).toBeCloseTo(theirs?.activation.dead ?? 0, 6);
    expect(ours?.counts).toEqual(theirs?.counts);
  }
  for (const [index, theirs] of measured.layers.entries()) {
    near(report.measured.layers[index]?.activation.slopeSecondMoment, theirs.activation.slopeSecondMoment);
    near(report.measured.layers[index]?.activation.correlation, theirs.activation.correlation);
  }
  near(report.measured.loss, measured.loss);
  near(report.measured.decadesPerLayer.value, measured.decadesPerLayer.value);
  const verdict = judge({ experiment, blueprint, measured, theory: null, theoryMissing: null });
  expect(report.verdict.kind).toBe(verdict.kind);
  expect(report.verdict.cause).toBe(verdict.cause);
});
