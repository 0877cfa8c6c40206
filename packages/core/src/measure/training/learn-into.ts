import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Parameter } from '../../parts/layers/stage.ts';

/** Hands parameters out in the order in which they were drawn, and sums up their gradients. */
export interface Learner {
  readonly parameter: () => Parameter;
  /** The gradients of all parameters; zeros where nothing came. */
  readonly gradients: () => readonly Tensor[];
}

/** A learner of these parameters. Gradients come with scales of one, as a training has them. */
export const learnInto = (tf: TensorFlow, parameters: readonly Tensor[]): Learner => {
  const one = tf.scalar(1);
  const sums: Tensor[] = [];
  let next = 0;
  const add = (index: number, gradient: Tensor): void => {
    const before = sums[index];
    sums[index] = before === undefined ? gradient : tf.add(before, gradient);
  };
  return {
    parameter: () => {
      const index = next;
      next += 1;
      return {
        draw: parameters[index] as Tensor,
        scale: one,
        learn: (gradient) => add(index, gradient().tensor),
        learnProduct: (input, { tensor }) => add(index, tf.matMul(input, tensor, true, false)),
      };
    },
    gradients: () => parameters.map((parameter, index) => sums[index] ?? tf.zerosLike(parameter)),
  };
};
