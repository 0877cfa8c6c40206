import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Choice } from '../parts/variant.ts';
import type { GradientProfile } from './gradient-profile.ts';
import { createMeasurer, type MeasureOptions } from './measurer.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const small = { net: named('cnn'), depth: 4, width: 6, batch: 5, seeds: 3 } as const;

const measure = async (said: Partial<Experiment>, options: MeasureOptions = {}): Promise<GradientProfile> => {
  const measurer = createMeasurer(await useEngine());
  const profile = await measurer.measure(design(complete({ ...small, ...said })), options);
  measurer.dispose();
  return profile;
};

test('a kernel of one position on an image of one position is a fully connected layer: the same networks', async () => {
  const said = { activation: named('gelu'), bias: 0.2 };
  const [mlp, cnn] = [await measure({ ...said, net: named('mlp') }), await measure({ ...said, kernel: 1, size: 1 })];
  for (const [index, layer] of mlp.layers.entries()) expect({ ...cnn.layers[index], name: layer.name }).toEqual(layer);
  expect(cnn.readout).toEqual(mlp.readout);
});

test('asked again, from the graph, the answer is the same to the bit, and no tensor stays behind', async () => {
  const engine = await useEngine();
  const counted = (): readonly number[] => [engine.tf.memory().numTensors, engine.binding?.getNumOfTensors() ?? 0];
  const before = counted();
  const measurer = createMeasurer(engine);
  for (const said of [
    { dims: 2, size: 4, pool: 1 },
    { net: named('rescnn'), padding: named('circular'), norm: named('batch') },
  ]) {
    const blueprint = design(complete({ ...small, activation: named('tanh'), ...said }));
    const first = await measurer.measure(blueprint);
    expect([await measurer.measure(blueprint), await measurer.measure(blueprint)]).toEqual([first, first]);
  }
  measurer.dispose();
  expect(counted()).toEqual(before);
});

test('entries are counted at every position, of which pooling leaves fewer', async () => {
  const { layers } = await measure({ dims: 2, pool: 2 });
  const perPosition = small.seeds * small.batch * small.width;
  expect(layers.map(({ counts }) => counts.entries / perPosition)).toEqual([64, 64, 16, 16]);
});

test('neighbours of a batch are compared at one position each, also where their number is odd', async () => {
  const { layers } = await measure({ task: named('pairs', 1), activation: named('tanh') });
  for (const { activation } of layers) expect(activation.correlation).toBeCloseTo(1, 5);
});

test('the Jacobian of delta-orthogonal linear convolutions is an isometry of whole images, borders or not', async () => {
  const said = { activation: named('linear'), init: named('delta-orthogonal'), dims: 2, size: 3 };
  const { spectrum } = await measure(said, { spectrum: true });
  expect(spectrum?.singularValues.map((values) => values.length)).toEqual([54, 54, 54]);
  for (const value of spectrum?.singularValues.flat() ?? []) expect(Math.abs(value - 1)).toBeLessThan(1e-5);
});

test('a unit counts as dead where it is so for every example at every position', async () => {
  const { layers } = await measure({
    activation: named('relu'),
    init: named('he-normal'),
    depth: 1,
    width: 40,
    batch: 1,
    size: 2,
  });
  const vectors = await measure({ net: named('mlp'), activation: named('relu'), depth: 1, width: 40, batch: 1 });
  // one number in two is negative, two in four both, of 120 units
  expect(vectors.layers[0]?.activation.dead).toBeGreaterThan(0.35);
  expect(layers[0]?.activation.dead).toBeGreaterThan(0.1);
  expect(layers[0]?.activation.dead).toBeLessThan(0.4);
});
