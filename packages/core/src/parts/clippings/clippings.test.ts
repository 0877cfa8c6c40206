import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../../engine/engine.ts';
import type { Clipping } from './clipping.ts';
import * as shelf from './index.ts';

const clippings: readonly Clipping[] = Object.values(shelf);
const cases = enginesByRank.flatMap(({ name: engineName }) =>
  clippings.map((clipping) => ({ engineName, name: clipping.name, clipping })),
);

/** Entries of all tensors that belong to a network. */
const flat = (list: readonly Tensor[], network: number): number[] =>
  list.flatMap((tensor) => [...(tensor.slice(network, 1).dataSync() ?? [])]);

const lengthOf = (entries: readonly number[]): number => Math.sqrt(entries.reduce((sum, entry) => sum + entry * entry, 0));

test.for(cases)('$name on $engineName: what is below the threshold is left as it is, to the bit', async (entry, { skip }) => {
  const { tf } = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  tf.tidy(() => {
    const small = [tf.tensor3d([0.1, -0.2, 0], [1, 1, 3]), tf.tensor3d([1e-30], [1, 1, 1])];
    expect(flat(entry.clipping.apply(tf, small, 1), 0)).toEqual(flat(small, 0));
  });
});

test.for(cases)('$name on $engineName: no entry grows, turns its sign, or stays above the threshold', async (entry, { skip }) => {
  const { tf } = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
  tf.tidy(() => {
    const gradients = [tf.randomNormal([2, 30, 10], 0, 5, 'float32', 7), tf.randomNormal([2, 1, 7], 0, 1e-3, 'float32', 8)];
    const clipped = entry.clipping.apply(tf, gradients, 0.5);
    for (const network of [0, 1]) {
      const before = flat(gradients, network);
      for (const [index, after] of flat(clipped, network).entries()) {
        expect(Math.abs(after)).toBeLessThanOrEqual(Math.min(0.5, Math.abs(before[index] as number)));
        expect(Math.sign(after)).toBe(Math.sign(before[index] as number));
      }
    }
  });
});

test.for(enginesByRank)('$name: the global norm is that of each network alone', async ({ name }, { skip }) => {
  const { tf } = await useEngine(name).catch(() => skip(`${name} does not run here`));
  tf.tidy(() => {
    // one network far above the threshold, one below
    const gradients = [tf.tensor3d([30, 40, 0.03, 0.04], [2, 1, 2]), tf.tensor3d([120, 0], [2, 1, 1])];
    const clipped = shelf.norm.apply(tf, gradients, 1);
    // ‖(30, 40, 120)‖ = 130
    for (const [index, entry] of [30 / 130, 40 / 130, 120 / 130].entries()) expect(flat(clipped, 0)[index]).toBeCloseTo(entry, 6);
    expect(lengthOf(flat(clipped, 1))).toBeCloseTo(0.05, 7);
  });
});

test.for(enginesByRank)('$name: clipping by value is clipByValue of TensorFlow.js', async ({ name }, { skip }) => {
  const { tf } = await useEngine(name).catch(() => skip(`${name} does not run here`));
  tf.tidy(() => {
    const gradient = tf.tensor3d([-7, -0.2, 0, 0.1, 0.3, 1e20], [1, 2, 3]);
    const [ours] = shelf.value.apply(tf, [gradient], 0.2) as [Tensor];
    expect([...ours.dataSync()]).toEqual([...tf.clipByValue(gradient, -0.2, 0.2).dataSync()]);
  });
});
