import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine/engine.ts';
import { createRandom } from '../engine/random.ts';
import type { TensorFlow } from '../engine/tensorflow.ts';
import { summarise } from '../numbers/statistics.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { createPass } from './create-pass.ts';
import type { Spectrum } from './gradient-profile.ts';
import { drawBatch, runForward, scalarsOf } from './run-pass.ts';

/** Networks whose Jacobian is decomposed: enough for a spread, little enough for a reply in time. */
const networksLookedAt = 4;

/** Singular values of the Jacobians of a blueprint's first networks. */
export const measureSpectrum = async (engine: Engine, blueprint: Blueprint, tables: readonly Tensor[]): Promise<Spectrum> => {
  const { tf } = engine;
  const [jacobian, logScale] = tf.tidy(() => [...jacobians(engine, blueprint, tables)]) as [Tensor, Tensor];
  const matrices = (await jacobian.array()) as number[][][];
  const scales = [...(await logScale.data())];
  tf.dispose([jacobian, logScale]);
  return decompose(matrices, scales);
};

/**
 * Jacobians of the last hidden layer with respect to one random input (a recurrent net: to its first state), of the first
 * networks, as log-scaled matrices: the example is repeated, and one unit vector sent back through each copy. **Shape** [networks, outputs, features] and [networks, 1, 1].
 */
const jacobians = (engine: Engine, blueprint: Blueprint, tables: readonly Tensor[]): readonly [Tensor, Tensor] => {
  const { tf } = engine;
  const seeds = Math.min(blueprint.seeds, networksLookedAt);
  const { units = 1, positions = 1 } = (blueprint.readout.length > 0 ? blueprint.rows.at(-2) : blueprint.rows.at(-1)) ?? {};
  const outputs = units * positions;
  const random = createRandom(engine, tf.scalar(blueprint.firstSeed, 'int32'));
  const numbers = scalarsOf(tf, blueprint);
  const pass = createPass(engine, { random, seeds });
  const { inputs } = drawBatch(pass, { ...blueprint, batch: 1 }, tables);
  const { pullback } = runForward(pass, blueprint.hidden, tf.tile(inputs, [1, outputs, 1]), numbers);
  const { tensor, logScale } = pullback({
    tensor: unitVectors(tf, { seeds, positions, units }),
    logScale: tf.zeros([seeds, 1, 1]),
  });
  return [tensor, logScale];
};

/** One unit vector per output of an image, as a batch of images. **Shape** [seeds, positions · outputs, units]. */
const unitVectors = (
  tf: TensorFlow,
  { seeds, positions, units }: { readonly seeds: number; readonly positions: number; readonly units: number },
): Tensor => {
  const outputs = positions * units;
  const images = tf.transpose(tf.reshape(tf.eye(outputs), [outputs, positions, units]), [1, 0, 2]);
  return tf.tile(tf.reshape(images, [1, positions * outputs, units]), [seeds, 1, 1]);
};

/**
 * Singular values of Jacobians read back to double precision, largest first. Those below 1e-7 of the largest are
 * rounding of the float32 product, not measurement.
 */
const decompose = async (matrices: readonly number[][][], logScales: readonly number[]): Promise<Spectrum> => {
  const { SingularValueDecomposition } = await import('ml-matrix');
  const singularValues = matrices.map((matrix, network) => {
    const scale = Math.exp(logScales[network] ?? 0);
    const { diagonal } = new SingularValueDecomposition(matrix, {
      computeLeftSingularVectors: false,
      computeRightSingularVectors: false,
    });
    return [...diagonal].sort((one, other) => other - one).map((value) => value * scale);
  });
  const spreads = singularValues.map(relativeVariance).filter(Number.isFinite);
  return { singularValues, relativeVariance: summarise(spreads).mean };
};

/** Var(s²) / mean(s²)² of one spectrum; NaN where all values are zero. */
const relativeVariance = (values: readonly number[]): number => {
  const largest = values[0] ?? 1;
  const squares = values.map((value) => (value / largest) ** 2);
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  return squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / squares.length / mean ** 2;
};
