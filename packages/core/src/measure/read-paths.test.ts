import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Choice } from '../parts/variant.ts';
import type { LayerMeasurement, PathMeasurement } from './gradient-profile.ts';
import { createMeasurer } from './measurer.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });
const blueprintOf = (said: Partial<Experiment>) =>
  design(complete({ net: named('resnet'), depth: 4, width: 16, batch: 8, seeds: 3, ...said }));

const measure = async (said: Partial<Experiment>): Promise<readonly LayerMeasurement[]> => {
  const measurer = createMeasurer(await useEngine());
  const { layers } = await measurer.measure(blueprintOf(said));
  measurer.dispose();
  return layers;
};

const only = (layer: LayerMeasurement | undefined): PathMeasurement => layer?.paths?.[0] ?? never();

test('a network without skip connections has no paths', async () => {
  for (const said of [{ net: named('mlp') }, { skip: named('none') }, { net: named('lstm'), steps: 4 }]) {
    for (const layer of await measure(said)) expect(layer).not.toHaveProperty('paths');
  }
});

test('between blocks nothing happens: what a skip path carries back is the signal of the block behind it', async () => {
  const layers = await measure({ activation: named('tanh') });
  for (const [index, { signal }] of layers.entries()) {
    if (index === 0) continue;
    const { skip } = only(layers[index - 1]).backward;
    expect(Math.abs((skip.log10Rms as number) - (signal.log10Rms as number))).toBeLessThan(1e-6);
  }
});

test('a transformer has two branches per block, attention first', async () => {
  const layers = await measure({ net: named('transformer'), width: 16, heads: 2, tokens: 5, norm: named('layer') });
  expect(layers[0]?.paths?.map(({ name }) => name)).toEqual(['attention', 'feed-forward']);
  // the gradient of the next block comes to the feed-forward net first, and the block's input to attention
  const [attention, feedForward] = layers[0]?.paths ?? [];
  const [here, behind] = layers.map(({ activation, signal }) => ({ q: activation.preActivationSecondMoment, signal }));
  expect(Math.abs((feedForward?.backward.skip.log10Rms ?? 0) - (behind?.signal.log10Rms ?? 1))).toBeLessThan(1e-6);
  // means over networks of a logarithm and of a square differ by their scatter
  expect(Math.abs((attention?.forward.skip.log10Rms ?? 0) - Math.log10(here?.q ?? 0) / 2)).toBeLessThan(0.02);
});

test('a branch that starts at zero is exactly zero, one of 10⁻³⁰ is not', async () => {
  for (const skip of [named('skipinit'), named('fixup'), named('residual', 0)]) {
    const { forward, backward } = only((await measure({ skip }))[1]);
    expect(forward.branch).toEqual({ log10Rms: null, sd: null });
    expect([forward.branchShare, backward.branchShare]).toEqual([0, 0]);
  }
  const [whole, tiny] = [only((await measure({}))[0]), only((await measure({ skip: named('residual', 1e-30) }))[0])];
  // the first block sees the same input whatever is added to it
  expect(Math.abs((tiny.forward.branch.log10Rms as number) + 30 - (whole.forward.branch.log10Rms as number))).toBeLessThan(1e-5);
  expect(tiny.backward.branch.log10Rms).toBeLessThan(-30);
});

const never = (): never => {
  throw new Error('no such path');
};
