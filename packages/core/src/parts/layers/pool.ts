import type { Tensor } from '@tensorflow/tfjs';
import { energyAt } from './energies.ts';
import { coordinatesOf, positionAt, positionsOf, type Run, runsOf, type Sides } from './grid.ts';
import type { MeanField } from './mean-field.ts';
import { averageOf, fieldOf, type SpatialField, sitesOf } from './sites.ts';
import type { Pass, Stage } from './stage.ts';

/** Positions along each side that become one. */
const stride = 2;

/** Whether every side can be halved. */
export const canHalve = (sides: Sides): boolean => sides.every((side) => side % stride === 0);

/** The sides after pooling. */
export const halved = (sides: Sides): Sides => sides.map((side) => side / stride);

/**
 * Average pooling: each side halved, every position the mean of two (four) neighbours. The way back gives each its part.
 * **Shape** [seeds, positions · batch, channels] → [seeds, positions / 2ᵈ · batch, channels].
 */
export const pool = (sides: Sides): Stage => ({
  signature: `pool(${sides.join('x')})`,
  numbers: [],
  isSpatial: true,
  forward: (pass, input) => {
    const batch = (input.shape[1] as number) / positionsOf(sides);
    // the last side is halved first, so the one before finds fewer rows
    const runs = runsOf(sides, batch).map((run, done) => ({ ...run, inner: run.inner / stride ** done }));
    return {
      output: runs.reduce((image, run) => average(pass, image, run), input),
      pullback: ({ tensor, logScale }) => ({
        tensor: runs.reduceRight((image, run) => share(pass, image, run), tensor),
        logScale,
      }),
    };
  },
  meanField: (field) => {
    const factor = stride ** (-2 * sides.length);
    const before = sitesOf(field as MeanField & SpatialField);
    const blocks = before.map((_, position) => blockOf(sides, position));
    const pooled = Array.from({ length: positionsOf(halved(sides)) }, (_, block) =>
      averageOf(before.filter((_, position) => blocks[position] === block)),
    );
    const sites = fieldOf(halved(sides), pooled);
    const isAlike = (field.space?.sites ?? null) === null;
    return {
      field: isAlike ? { ...sites, space: { ...sites.space, sites: null } } : sites,
      gradientFactor: factor,
      spread: isAlike ? undefined : (energies) => blocks.map((block) => factor * energyAt(energies, block)),
      logVariance: 0,
      rows: [],
    };
  },
});

/** The position that a position becomes part of. */
const blockOf = (sides: Sides, position: number): number =>
  positionAt(
    halved(sides),
    coordinatesOf(sides, position).map((at) => Math.floor(at / stride)),
  );

/** The mean of neighbours along one side. */
const average = ({ tf, seeds }: Pass, image: Tensor, { outer, side, inner }: Run): Tensor => {
  const [, rows, channels] = image.shape as [number, number, number];
  const pairs = tf.reshape(image, [(seeds * outer * side) / stride, stride, inner * channels]);
  return tf.reshape(tf.mean(pairs, 1), [seeds, rows / stride, channels]);
};

/** The adjoint of `average`. */
const share = ({ tf, seeds }: Pass, image: Tensor, { outer, side, inner }: Run): Tensor => {
  const [, rows, channels] = image.shape as [number, number, number];
  const means = tf.reshape(tf.mul(image, 1 / stride), [(seeds * outer * side) / stride, 1, inner * channels]);
  return tf.reshape(tf.tile(means, [1, stride, 1]), [seeds, rows * stride, channels]);
};
