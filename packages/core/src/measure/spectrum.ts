import type { Tensor } from '@tensorflow/tfjs';
import { SingularValueDecomposition } from 'ml-matrix';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Pass } from '../parts/layers/stage.ts';
import type { Spectrum } from './gradient-profile.ts';
import { type PassSettings, runForward } from './run-pass.ts';

/** Networks whose Jacobian is decomposed: enough for a spread, little enough for a reply in time. */
const networksLookedAt = 4;

/**
 * Jacobians ∂output/∂input of the first networks at one random input, as log-scaled matrices: one example repeated,
 * one unit vector sent back through each copy. **Shape** jacobian [networks, outputs, features], logScale [networks, 1, 1].
 */
export const jacobians = (blueprint: Blueprint, { tf, random, numbers }: PassSettings): { readonly jacobian: Tensor; readonly logScale: Tensor } => {
  const seeds = Math.min(blueprint.seeds, networksLookedAt);
  const outputs = blueprint.rows.at(-1)?.units ?? 1;
  const pass: Pass = { tf, random, seeds, isCareful: false, optimizerStep: null, observe: () => undefined };
  const { inputs } = blueprint.task.draw(tf, random, { seeds, batch: 1, features: blueprint.features });
  const { pullback } = runForward(pass, blueprint.stages, tf.tile(inputs, [1, outputs, 1]), numbers);
  const identity = tf.tile(tf.expandDims(tf.eye(outputs), 0), [seeds, 1, 1]);
  const { tensor, logScale } = pullback({ tensor: identity, logScale: tf.zeros([seeds, 1, 1]) });
  return { jacobian: tensor, logScale };
};

/**
 * Singular values of Jacobians read back to double precision, largest first. Those below 1e-7 of the largest are
 * rounding of the float32 product, not measurement.
 */
export const decompose = (matrices: readonly (readonly number[][])[], logScales: readonly number[]): Spectrum => {
  const singularValues = matrices.map((matrix, network) => {
    const scale = Math.exp(logScales[network] ?? 0);
    const { diagonal } = new SingularValueDecomposition(matrix as number[][], { computeLeftSingularVectors: false, computeRightSingularVectors: false });
    return [...diagonal].sort((one, other) => other - one).map((value) => value * scale);
  });
  const spreads = singularValues.map(relativeVariance);
  return { singularValues, relativeVariance: spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length };
};

/** Var(s²) / mean(s²)² of one spectrum. */
const relativeVariance = (values: readonly number[]): number => {
  const largest = values[0] ?? 1;
  const squares = values.map((value) => (value / largest) ** 2);
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  return squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / squares.length / mean ** 2;
};
