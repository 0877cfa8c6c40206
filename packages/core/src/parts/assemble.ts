import type { Architecture, BuildSettings, NetworkSize, SizeSettings } from './architectures/architecture.ts';
import type { Blueprint } from './blueprint.ts';
import type { Clipping } from './clippings/clipping.ts';
import { type Entry, entryOf } from './entry.ts';
import type { Loss } from './losses/loss.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import { outputsFor } from './tasks/answers.ts';
import type { Task } from './tasks/task.ts';

/** The parts of a network, of its data and of its learning. */
export interface Parts extends Omit<BuildSettings, 'features' | 'outputs' | 'reads' | 'trainsInputs'> {
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
  const entry = entryOf(net, shape, task);
  const { features, reads } = entry;
  const outputs = loss.hasReadout ? outputsFor(task.answers) : null;
  const built = net.build({ ...shape, features, outputs, reads, trainsInputs: entry.stages.length > 0 });
  return Object.freeze({
    ...built,
    hidden: [...entry.stages, ...built.hidden],
    size: sizeOf(net, shape, { entry, outputs }),
    form: entry.form,
    features: entry.drawn,
    reads,
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

/** The size of a network from its inputs to its readout. */
export const sizeOf = (
  net: Architecture,
  settings: SizeSettings,
  { entry, outputs }: { readonly entry: Entry; readonly outputs: number | null },
): NetworkSize => {
  const trunk = net.size(settings);
  const readout = (outputs ?? 0) * settings.width;
  return {
    ...trunk,
    weights: trunk.weights + entry.weights + readout,
    products: trunk.products + readout * entry.reads,
    kept: trunk.kept + (outputs ?? 0) * entry.reads * keptPerOutput,
  };
};

/** Tensors of the size of the readout's outputs that live until the pass ends. */
const keptPerOutput = 6;
