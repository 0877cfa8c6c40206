import type { Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { createPass } from '../../measure/create-pass.ts';
import { circular } from '../paddings/circular.ts';
import { zero } from '../paddings/zero.ts';
import { isMissing, type MeanField } from './mean-field.ts';
import { reachOf } from './reach.ts';
import { unfold } from './unfold.ts';
import { unfoldField } from './unfold-field.ts';

const [batch, channels, filters] = [2, 3, 4];

const kernels = [1, 2, 3, 4, 5].flatMap((kernel) => [
  { kernel, sides: [6] },
  { kernel, sides: [5, 4] },
]);

test.for(kernels)(
  'taps of a kernel of $kernel on $sides times weights are the `same` convolution of TensorFlow.js',
  async ({ kernel, sides }) => {
    const engine = await useEngine('cpu');
    const { tf } = engine;
    tf.tidy(() => {
      const [height = 1, width = 1] = sides.length === 1 ? [1, sides[0]] : sides;
      const image = tf.randomNormal([batch, height, width, channels], 0, 1, 'float32', 3) as Tensor4D;
      const filter = tf.randomNormal(
        [sides.length === 1 ? 1 : kernel, kernel, channels, filters],
        0,
        1,
        'float32',
        4,
      ) as Tensor4D;
      const theirs = tf.conv2d(image, filter, 1, 'same');
      const rows = tf.reshape(tf.transpose(image, [1, 2, 0, 3]), [1, height * width * batch, channels]);
      const random = createRandom(engine, tf.scalar(0, 'int32'));
      const pass = createPass(engine, { random, seeds: 1 });
      const { output } = unfold({ sides, channels, kernel, padding: zero, isCentred: false }).forward(pass, rows, []);
      const ours = tf.matMul(output as Tensor3D, tf.reshape(filter, [1, -1, filters]));
      const distance = tf.max(
        tf.abs(tf.sub(tf.reshape(ours, [height, width, batch, filters]), tf.transpose(theirs, [1, 2, 0, 3]))),
      );
      expect(distance.dataSync()[0]).toBeLessThan(1e-5);
    });
  },
);

const field = (sides: readonly number[]): MeanField => ({
  secondMoment: 1,
  mean: 0,
  covariance: () => 0.25,
  isGaussian: true,
  batch,
  space: { sides, elsewhere: 0, sites: null },
  averages: () => {
    throw new Error('a kernel asks for no average');
  },
});

/** A mode of the gradient's energy and the factor that gathering takes it by, per tap. */
const factorOf = (padding: typeof zero, side: number, mode: (position: number) => number): readonly number[] => {
  const step = unfoldField(field([side]), reachOf({ sides: [side], kernel: 3, padding }), false);
  if (isMissing(step)) throw new Error(step.missing);
  const energies = Array.from({ length: side }, (_, position) => mode(position));
  return step.spread?.(energies).map((energy, position) => energy / 3 / (energies[position] as number)) ?? [];
};

test('a wave of energy on a circle shrinks by (1 + 2 cos θ)/3 (Xiao et al. 2018, 1806.05393)', () => {
  const θ = (2 * Math.PI) / 16;
  // a phase that has no zero at a position
  for (const factor of factorOf(circular, 16, (position) => Math.cos(θ * position + 0.1)))
    expect(factor).toBeCloseTo((1 + 2 * Math.cos(θ)) / 3, 12);
});

test('between borders of zeros the slowest mode shrinks by (1 + 2 cos(π/(S + 1)))/3, the largest eigenvalue of the band matrix', () => {
  const θ = Math.PI / 9;
  for (const factor of factorOf(zero, 8, (position) => Math.sin(θ * (position + 1))))
    expect(factor).toBeCloseTo((1 + 2 * Math.cos(θ)) / 3, 12);
});

test('borders of zeros take from the signal: (3S − 2)/3S of it is left on a line, the square of that on a plane', () => {
  for (const sides of [[8], [8, 8]]) {
    const step = unfoldField(field(sides), reachOf({ sides, kernel: 3, padding: zero }), false);
    if (isMissing(step)) throw new Error(step.missing);
    expect(step.field.secondMoment).toBeCloseTo((22 / 24) ** sides.length, 12);
    expect(step.field.covariance()).toBeCloseTo((22 / 24) ** sides.length / 4, 12);
    expect(step.gradientFactor).toBeCloseTo(3 ** sides.length * (22 / 24) ** sides.length, 12);
  }
});
