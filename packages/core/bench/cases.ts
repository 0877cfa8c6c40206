import { sigmoid } from '../src/parts/activations/sigmoid.ts';
import { mlp } from '../src/parts/architectures/mlp.ts';
import type { Blueprint } from '../src/parts/blueprint.ts';
import { glorotUniform } from '../src/parts/initializers/glorot-uniform.ts';
import { crossentropy } from '../src/parts/losses/crossentropy.ts';
import { none as noNorm } from '../src/parts/norms/none.ts';
import { sgd } from '../src/parts/optimizers/sgd.ts';
import { none as noSkip } from '../src/parts/skips/none.ts';
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
export const blueprintOf = ({ seeds, depth, width, batch }: Case, firstSeed: number): Blueprint => ({
  ...mlp.build({
    depth,
    width,
    features: width,
    outputs: clusters.classes,
    activation: sigmoid,
    initializer: glorotUniform,
    gain: null,
    bias: 0,
    norm: noNorm,
    skip: noSkip,
  }),
  features: width,
  batch,
  seeds,
  firstSeed,
  task: clusters,
  loss: crossentropy,
  optimizer: sgd,
  learningRate: sgd.defaultLearningRate,
});

/** Multiplications and additions of the matrix products: forward, weight gradient, and the gradient of all inputs but the data's. */
export const operationsOf = ({ seeds, depth, width, batch }: Case): number => {
  const hidden = width * width * depth;
  const readout = width * clusters.classes;
  return 2 * seeds * batch * (3 * (hidden + readout) - width * width);
};
