import type { Tensor } from '@tensorflow/tfjs';
import type { MeanField, Moments } from './mean-field.ts';
import type { Pass, Stage } from './stage.ts';

/** What stands at the beginning of a recurrent network. */
export interface SequenceSettings {
  /** Numbers of the state. */
  readonly state: number;
}

/**
 * Beginning of a recurrent network: lays the inputs of all time steps by and hands on a state of zeros. What comes back is
 * the gradient with respect to that state.
 * **Shape** input [seeds, batch, steps · features], output [seeds, batch, state].
 */
export const sequence = ({ state }: SequenceSettings): Stage => ({
  signature: `sequence(${state})`,
  numbers: [],
  forward: ({ tf, shared }, input) => {
    shared(nameOfInputs, () => input);
    const first = tf.slice(input, [0, 0, 0], [-1, -1, 1]);
    return { output: tf.tile(tf.zerosLike(first), [1, 1, state]), pullback: (gradient) => gradient };
  },
  meanField: ({ secondMoment, covariance }) => {
    const nothing: Moments = { secondMoment: 0, covariance: () => 0 };
    return {
      field: { ...nothing, mean: 0, isGaussian: true, inputs: { secondMoment, covariance }, cells: nothing },
      gradientFactor: 1,
      logVariance: 0,
      rows: [],
    };
  },
});

const nameOfInputs = 'inputs of all time steps';

/** The inputs of one time step, counted from 0. **Shape** [seeds, batch, features]. */
export const inputsAt = ({ tf, shared }: Pass, step: number, features: number): Tensor => {
  const all = shared<Tensor>(nameOfInputs, () => {
    throw new Error('a time step stands before the sequence that its inputs come from');
  });
  return tf.slice(all, [0, 0, step * features], [-1, -1, features]);
};

/** The moments of the inputs of any time step. */
export const inputMoments = ({ inputs }: MeanField): Moments => {
  if (inputs === undefined) throw new Error('a time step stands before the sequence that its inputs come from');
  return inputs;
};
