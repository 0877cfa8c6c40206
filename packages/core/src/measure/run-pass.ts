import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine/engine.ts';
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
  /** The numbers of all stages, in order: see `stageNumbers`. **Shape** [count]. */
  readonly numbers: Tensor;
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
  readonly isCareful: boolean;
}

/** The numbers of all stages in one list: the arguments of the graph that differ between sweeps of one structure. */
export const stageNumbers = ({ hidden, readout }: Blueprint): readonly number[] =>
  [...hidden, ...readout].flatMap(({ numbers }) => numbers);

/** One batch through all networks at once: forward, loss, backward, with everything the stages observe on the way. */
export const runPass = (blueprint: Blueprint, { engine, firstSeed, numbers, tables, isCareful }: PassSettings): PassResult => {
  const { seeds, optimizer } = blueprint;
  const random = createRandom(engine, firstSeed);
  const labels: Label[] = [];
  const values: Tensor[] = [];
  const pass = createPass(engine, {
    random,
    seeds,
    isCareful,
    optimizerStep: optimizer.firstStep,
    observe: (row, quantity, value) => {
      labels.push({ row, quantity });
      values.push(value);
    },
  });
  const { loss } = sweep(pass, blueprint, { numbers, tables });
  return { values: joinAll(engine.tf, values), labels, loss };
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
  readonly numbers: Tensor;
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
  const { hidden, readout, loss, seeds } = blueprint;
  const { tf, random } = pass;
  const { inputs, targets } = drawBatch(pass, blueprint, tables);
  const { output, pullback } = runForward(pass, [...hidden, ...readout], inputs, numbers);
  const atLoss = { tf, random, output, targets };
  pullback({ tensor: loss.gradient(atLoss), logScale: tf.zeros([seeds, 1, 1]) });
  return { output, targets, loss: loss.value(atLoss) };
};

/** All stages in a row, as one flow; their numbers arrive in one tensor. */
export const runForward = (pass: Pass, stages: readonly Stage[], inputs: Tensor, numbers: Tensor): Flow =>
  chain(stages).forward(pass, inputs, numbers.size === 0 ? [] : pass.tf.unstack(numbers));

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
