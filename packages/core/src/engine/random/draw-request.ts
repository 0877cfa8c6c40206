import type { Tensor } from '@tensorflow/tfjs';

/** A law of independent numbers. */
export type Draw = 'uniform' | 'normal' | 'truncatedNormal';

/** What is to be drawn: `count` numbers for each of `seeds` networks. */
export interface DrawRequest {
  readonly draw: Draw;
  readonly seeds: number;
  readonly count: number;
  /** Number of the stream: how many draws came before. */
  readonly stream: number;
  /** Number of the first network. **Shape** [], int32. */
  readonly firstSeed: Tensor;
  /** Number of the draw within its stream, for numbers that are new at every step of a training; null: 0. **Shape** [], int32. */
  readonly step: Tensor | null;
  /** The law's numbers by their sixteen bits, for an engine that looks them up: one tensor for all draws. */
  readonly table: () => Tensor;
}

/** Numbers that one step of the generator's counter yields: four words of two numbers each. */
export const numbersPerBlock = 8;
