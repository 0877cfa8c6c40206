import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine/engine.ts';
import { repeated } from '../engine/random/repeated.ts';
import { createRandom } from '../engine/random.ts';
import type { TensorFlow } from '../engine/tensorflow.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { chain } from '../parts/layers/chain.ts';
import type { Flow, Pass, Quantity, Stage } from '../parts/layers/stage.ts';
import type { Batch } from '../parts/tasks/task.ts';
import { createPass } from './create-pass.ts';

/** What a number per network stands for. */
export interface Label {
  readonly row: number;
  readonly quantity: Quantity;
}

/** A finished pass. */
export interface PassResult {
  /** The observations one behind the other, as the labels name them. **Shape** [seeds, labels, 1]. */
  readonly values: Tensor;
  readonly labels: readonly Label[];
  /** Loss per network, or null. **Shape** [seeds]. */
  readonly loss: Tensor | null;
}

/** How to look. */
export interface PassSettings {
  readonly engine: Engine;
  /** Number of the first network. **Shape** [], int32. */
  readonly firstSeed: Tensor;
  /** The numbers of all stages, in order: see `stageNumbers`. **Shape** [blueprints, count]. */
  readonly numbers: Tensor;
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
  readonly isCareful: boolean;
}

/** The numbers of all stages in one list: the arguments of the graph that differ between sweeps of one structure. */
export const stageNumbers = ({ hidden, readout }: Blueprint): readonly number[] =>
  [...hidden, ...readout].flatMap(({ numbers }) => numbers);

/**
 * One batch through all networks at once: forward, loss, backward, with everything the stages observe on the way. Blueprints that
 * differ in their numbers alone pass side by side, first the networks that all of them have of the first seed.
 */
export const runPass = (blueprint: Blueprint, { engine, firstSeed, numbers, tables, isCareful }: PassSettings): PassResult => {
  const { optimizer } = blueprint;
  const [blueprints = 1] = numbers.shape;
  const seeds = blueprints * blueprint.seeds;
  const drawn = createRandom(engine, firstSeed);
  const random = blueprints === 1 ? drawn : repeated(engine.tf, drawn, blueprints);
  const labels: Label[] = [];
  const values: Tensor[] = [];
  const pass = createPass(engine, {
    random,
    seeds,
    common: { random: drawn, seeds: blueprint.seeds },
    isCareful,
    optimizerStep: optimizer.firstStep,
    observe: (row, quantity, value) => {
      labels.push({ row, quantity });
      values.push(value);
    },
  });
  const { loss } = sweep(pass, blueprint, { numbers: perNetwork(engine.tf, numbers, blueprint.seeds), tables });
  return { values: joinAll(engine.tf, values), labels, loss };
};

/** The numbers of one blueprint as scalars of the graph, where nothing but the weights will change. */
export const scalarsOf = (tf: TensorFlow, blueprint: Blueprint): readonly Tensor[] => {
  const numbers = stageNumbers(blueprint);
  return numbers.length === 0 ? [] : tf.unstack(tf.tensor1d([...numbers]));
};

/** Numbers as stages take them: scalars of one blueprint, of several one per network. **Shape** [blueprints, count] to count × [] or [networks, 1, 1]. */
const perNetwork = (tf: TensorFlow, numbers: Tensor, seeds: number): readonly Tensor[] => {
  const [blueprints = 1, count = 0] = numbers.shape;
  if (count === 0) return [];
  const each = tf.unstack(numbers, 1);
  return each.map((number) =>
    blueprints === 1
      ? tf.reshape(number, [])
      : tf.reshape(tf.tile(tf.reshape(number, [1, blueprints]), [seeds, 1]), [blueprints * seeds, 1, 1]),
  );
};

/** What came of a batch on its way through all stages and back. */
export interface Sweep {
  readonly output: Tensor;
  readonly targets: Tensor;
  /** Loss per network, or null. **Shape** [seeds]. */
  readonly loss: Tensor | null;
}

/** What a sweep is given beside the network itself. */
export interface SweepSettings {
  /** The numbers of all stages, in order. */
  readonly numbers: readonly Tensor[];
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
}

/** A batch for all networks of a pass. A measurement looks at the last place alone, a training at all that are read. */
export const drawBatch = (
  { tf, random, seeds, isTraining }: Pass,
  { task, batch, features, form, reads }: Blueprint,
  tables: readonly Tensor[],
): Batch => task.draw(tf, random, { seeds, batch, features, form, reads: isTraining ? reads : 1, tables });

/** Draws a batch, and sends it forward through all stages, through the loss, and back. */
export const sweep = (pass: Pass, blueprint: Blueprint, { numbers, tables }: SweepSettings): Sweep => {
  const { hidden, readout, loss } = blueprint;
  const { tf, random, seeds } = pass;
  const { inputs, targets } = drawBatch(pass, blueprint, tables);
  const { output, pullback } = runForward(pass, [...hidden, ...readout], inputs, numbers);
  const atLoss = { tf, random, output, targets };
  pullback({ tensor: loss.gradient(atLoss), logScale: tf.zeros([seeds, 1, 1]) });
  return { output, targets, loss: loss.value(atLoss) };
};

/** All stages in a row, as one flow; their numbers arrive in one tensor. */
export const runForward = (pass: Pass, stages: readonly Stage[], inputs: Tensor, numbers: readonly Tensor[]): Flow =>
  chain(stages).forward(pass, inputs, numbers);

/** How many tensors one operation joins: TensorFlow takes a time that grows with the square of it to prepare a graph. */
const mostJoined = 24;

/** All values one behind the other, joined in groups, and groups of groups. **Shape** each [seeds, …, 1] → [seeds, sum, 1]. */
export const joinAll = (tf: TensorFlow, values: readonly Tensor[]): Tensor => {
  if (values.length <= mostJoined) return tf.concat([...values], 1);
  const groups = Array.from({ length: Math.ceil(values.length / mostJoined) }, (_, group) =>
    tf.concat(values.slice(group * mostJoined, (group + 1) * mostJoined), 1),
  );
  return joinAll(tf, groups);
};
