import { complete } from '../src/experiment/complete.ts';
import { design } from '../src/experiment/design.ts';
import type { Blueprint } from '../src/parts/blueprint.ts';
import { outputsFor } from '../src/parts/tasks/answers.ts';
import { clusters } from '../src/parts/tasks/clusters.ts';

/** The size of one measurement. */
export interface Case {
  readonly seeds: number;
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
}

const size = (seeds: number, depth: number, width: number, batch: number): Case => ({ seeds, depth, width, batch });

/** What is timed, the default question's size first. */
export const cases: readonly Case[] = [
  size(16, 10, 128, 64),
  size(1, 50, 256, 128),
  size(1, 30, 512, 128),
  size(32, 10, 64, 64),
  size(16, 50, 128, 64),
  size(8, 30, 256, 64),
  size(1, 10, 64, 64),
];

/** The first, the largest single net and the smallest: enough to see whether something broke. */
export const quickCases: readonly Case[] = [size(16, 10, 128, 64), size(1, 30, 512, 128), size(1, 10, 64, 64)];

export const nameOf = ({ seeds, depth, width, batch }: Case): string => `${seeds} × ${depth} × ${width} × ${batch}`;

/** Sigmoid networks as a user gets them without naming anything: Glorot uniform, ten clusters, cross-entropy, SGD. */
export const blueprintOf = (size: Case, firstSeed: number): Blueprint => design(complete({ ...size, seed: firstSeed }));

/** Multiplications and additions of the matrix products: forward, weight gradient, and the gradient of all inputs but the data's. */
export const operationsOf = ({ seeds, depth, width, batch }: Case): number => {
  const hidden = width * width * depth;
  const readout = width * outputsFor(clusters.answers);
  return 2 * seeds * batch * (3 * (hidden + readout) - width * width);
};
