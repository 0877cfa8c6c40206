import type { Architecture, BuildSettings } from './architectures/architecture.ts';
import type { Blueprint } from './blueprint.ts';
import type { Clipping } from './clippings/clipping.ts';
import type { Loss } from './losses/loss.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import type { Task } from './tasks/task.ts';

/** The parts of a network, of its data and of its learning. */
export interface Parts extends Omit<BuildSettings, 'features' | 'outputs'> {
  readonly net: Architecture;
  /** Input features; as the architecture wants them when left out. */
  readonly features?: number;
  readonly batch: number;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly task: Task;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  /** Null: the optimizer's own default. */
  readonly learningRate: number | null;
  /** θ, what gradients are cut to while training; null: not clipped. */
  readonly clip: number | null;
  readonly clipBy: Clipping;
  /** λ; null: the optimizer's own. */
  readonly decay: number | null;
}

/** A blueprint from its parts. */
export const assemble = ({
  net,
  batch,
  seeds,
  firstSeed,
  task,
  loss,
  optimizer,
  learningRate,
  clip,
  clipBy,
  decay,
  ...shape
}: Parts): Blueprint => {
  const features = shape.features ?? net.features?.(shape) ?? shape.width;
  const outputs = loss.hasReadout ? task.classes : null;
  return Object.freeze({
    ...net.build({ ...shape, features, outputs }),
    size: net.size(shape),
    features,
    batch,
    seeds,
    firstSeed,
    task,
    loss,
    optimizer,
    clip,
    clipBy,
    decay: decay ?? optimizer.weightDecay,
    learningRate: learningRate ?? optimizer.defaultLearningRate,
  });
};
