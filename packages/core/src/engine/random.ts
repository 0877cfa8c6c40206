import type { Tensor } from '@tensorflow/tfjs';

/**
 * Random numbers for a stack of networks, the same on every engine.
 *
 * Network number m (m = first seed, first seed + 1, …) reads its own stretch of a Philox stream, so that a network
 * does not depend on how many others are drawn beside it. Each call of a method advances to a fresh stream.
 */
export interface Random {
  /** Uniform on [0, 1). **Shape** [seeds, ...]. */
  readonly uniform: (shape: readonly number[]) => Tensor;
  /** Standard normal. **Shape** [seeds, ...]. */
  readonly normal: (shape: readonly number[]) => Tensor;
  /** Standard normal cut at ±2 and not rescaled: variance 0.7737. **Shape** [seeds, ...]. */
  readonly truncatedNormal: (shape: readonly number[]) => Tensor;
  /** Haar-distributed matrices with orthonormal columns (rows, where rows < columns). **Shape** [seeds, rows, columns]. */
  readonly orthogonal: (shape: readonly [number, number, number]) => Tensor;
}
