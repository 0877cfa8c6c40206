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
}
