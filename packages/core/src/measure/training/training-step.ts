import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../../engine/engine.ts';
import { euclideanNorm } from '../../engine/euclidean-norm.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Answers } from '../../parts/tasks/answers.ts';
import { joinAll, type Label, type Sweep } from '../run-pass.ts';
import { type BatchArguments, backpropagate } from './backpropagate.ts';

/** What changes from step to step. */
export interface StepArguments extends BatchArguments {
  readonly learningRate: Tensor;
  /** What the optimizer keeps, parameter after parameter. */
  readonly slots: readonly Tensor[];
  /** Whether norms of the parameter, of its gradient and its step are wanted; signals are observed where any are. */
  readonly isRecorded: readonly boolean[];
}

/** What a step leaves. */
export interface StepResults {
  readonly parameters: readonly Tensor[];
  readonly slots: readonly Tensor[];
  /**
   * Loss and accuracy, observations as the labels name them, then the norms of the gradient before clipping, of the step and of the
   * weights, of each recorded parameter. **Shape** [seeds, 2 + labels + 3 · recorded, 1].
   */
  readonly values: Tensor;
  readonly labels: readonly Label[];
}

/**
 * One step of training for all networks at once: forward, loss, backward, clipping, update. A plain function of tensors.
 *
 * Weights decay apart from the gradient, Δw = Δw(g) − η λ w, whatever the optimizer and biases as well, as PyTorch and Keras do it.
 * Of plain gradient descent that is the L2 penalty λ‖w‖²/2; with momentum or Adam a penalty would pass through their memory.
 * **Source** Loshchilov & Hutter 2017, 1711.05101 (SGDW and AdamW, without their schedule).
 */
export const trainingStep = (engine: Engine, blueprint: Blueprint, args: StepArguments): StepResults => {
  const { tf } = engine;
  const { seeds } = blueprint;
  const { isRecorded } = args;
  const labels: Label[] = [];
  const observed: Tensor[] = [];
  const { output, targets, loss, gradients } = backpropagate(engine, blueprint, args, (row, quantity, value) => {
    if (quantity !== 'signalNorm' || !isRecorded.includes(true)) return;
    labels.push({ row, quantity });
    observed.push(value);
  });
  const { parameters, slots, sizes } = update(engine, blueprint, args, { summed: gradients, isRecorded });
  const accuracy = tf.mean(tf.cast(areRight(tf, blueprint.task.answers, { output, targets }), 'float32'), 1);
  const told = [loss ?? tf.zeros([seeds]), accuracy].map((value) => tf.reshape(value, [seeds, 1, 1]));
  const apart = sizes.map((size) => tf.reshape(size, [seeds, 1, 1]));
  return { parameters, slots, values: joinAll(tf, [...told, ...observed, ...apart]), labels };
};

/** Which outputs name their class, or come near enough to their number. **Shape** [seeds, examples]. */
const areRight = (tf: TensorFlow, answers: Answers, { output, targets }: Pick<Sweep, 'output' | 'targets'>): Tensor =>
  answers.kind === 'classes'
    ? tf.equal(tf.argMax(output, 2), tf.argMax(targets, 2))
    : tf.squeeze(tf.lessEqual(tf.abs(tf.sub(output, targets)), answers.tolerance), [2]);

const update = (
  engine: Engine,
  { optimizer, clip, clipBy, decay }: Blueprint,
  { step, learningRate, parameters, slots }: StepArguments,
  { summed, isRecorded }: { readonly summed: readonly Tensor[]; readonly isRecorded: readonly boolean[] },
) => {
  const { tf } = engine;
  const gradients = clip === null ? summed : clipBy.apply(tf, summed, clip);
  const count = tf.cast(step, 'float32');
  const steps = parameters.map((_, index) =>
    optimizer.step(tf, {
      gradient: gradients[index] as Tensor,
      slots: slots.slice(index * optimizer.slots, (index + 1) * optimizer.slots),
      count,
      learningRate,
    }),
  );
  const changes = steps.map(({ change }, index) =>
    decay === 0 ? change : tf.sub(change, tf.mul(parameters[index] as Tensor, tf.mul(learningRate, decay))),
  );
  return {
    parameters: parameters.map((value, index) => tf.add(value, changes[index] as Tensor)),
    slots: steps.flatMap((one) => one.slots),
    sizes: [summed, changes, parameters]
      .flatMap((tensors) => tensors.filter((_, index) => isRecorded[index]))
      .map((tensor) => euclideanNorm(engine, tensor)),
  };
};
