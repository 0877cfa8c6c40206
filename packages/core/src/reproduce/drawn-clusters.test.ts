import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type EngineName, enginesByRank, useEngine } from '../engine/engine.ts';
import { createRandom } from '../engine/random.ts';
import { vectorForm } from '../parts/form.ts';
import { drawnClusters } from './drawn-clusters.ts';

const [seeds, batch, features] = [2, 6000, 24];

/** Class frequencies and class means of one network at one step. */
const drawAt = async (
  engineName: EngineName,
  step: number,
): Promise<{ readonly frequencies: number[]; readonly means: number[]; readonly square: number }> => {
  const { tf, ...engine } = await useEngine(engineName);
  const [frequencies, means, square] = tf.tidy(() => {
    const random = createRandom({ tf, ...engine }, tf.scalar(0, 'int32'), tf.scalar(step, 'int32'));
    const { inputs, targets } = drawnClusters.draw(tf, random, {
      ...{ seeds, batch, features, form: vectorForm },
      ...{ reads: 1, tables: [] },
    });
    const counts = tf.sum(targets, 1, true);
    const sums = tf.matMul(targets, inputs, true, false);
    return [tf.div(counts, batch), tf.div(sums, tf.transpose(counts, [0, 2, 1])), tf.mean(tf.square(inputs))] as const;
  });
  const read = async (tensor: Tensor): Promise<number[]> => {
    const numbers = [...(await tensor.data())];
    tensor.dispose();
    return numbers;
  };
  return { frequencies: await read(frequencies), means: await read(means), square: (await read(square))[0] as number };
};

test.for(enginesByRank)(
  '$name: every class is as likely, its examples lie around a centre that stays while they are new',
  async ({ name }, { skip }) => {
    await useEngine(name).catch(() => skip(`${name} does not run here`));
    const [first, second] = [await drawAt(name, 1), await drawAt(name, 2)];
    expect(first.frequencies).not.toEqual(second.frequencies);
    // four and a half standard errors of a share of a tenth
    for (const share of first.frequencies) expect(Math.abs(share - 0.1)).toBeLessThan(4.5 * Math.sqrt(0.09 / batch));
    // of 480 differences of means of some 600 examples with variance 1/2, the largest is four and a half standard errors
    const distances = first.means.map((mean, index) => Math.abs(mean - (second.means[index] as number)));
    expect(Math.max(...distances)).toBeLessThan(4.5 * Math.sqrt(1 / 540));
    // centres make most of it: four standard errors of half a mean of 480 squares
    expect(Math.abs(first.square - 1)).toBeLessThan(4 * 0.5 * Math.sqrt(2 / 480));
  },
);
