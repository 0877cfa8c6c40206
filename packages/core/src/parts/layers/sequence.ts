import type { Tensor } from '@tensorflow/tfjs';
import type { MeanField, Moments } from './mean-field.ts';
import type { Pass, Stage } from './stage.ts';

/** What stands at the beginning of a recurrent network. */
export interface SequenceSettings {
  /** Numbers of the state. */
  readonly state: number;
  /** Whether something before the network is trained, and wants the gradient of its inputs. */
  readonly trainsInputs: boolean;
}

/** The inputs of all time steps, and the gradients that came back for them, where somebody wants them. */
interface LaidBy {
  readonly inputs: Tensor;
  readonly gradients: Tensor[] | null;
}

/**
 * Beginning of a recurrent network: lays the inputs of all time steps by and hands on a state of zeros. What comes back is the
 * gradient with respect to that state; in a training whose inputs are trained, that of the inputs.
 * **Shape** input [seeds, batch, steps · features], output [seeds, batch, state].
 */
export const sequence = ({ state, trainsInputs }: SequenceSettings): Stage => ({
  signature: `sequence(${state},${trainsInputs})`,
  numbers: [],
  forward: ({ tf, shared, isTraining }, input) => {
    const { gradients } = shared<LaidBy>(nameOfInputs, () => ({
      inputs: input,
      gradients: isTraining && trainsInputs ? [] : null,
    }));
    const first = tf.slice(input, [0, 0, 0], [-1, -1, 1]);
    return {
      output: tf.tile(tf.zerosLike(first), [1, 1, state]),
      pullback: (gradient) => (gradients === null ? gradient : { tensor: tf.concat(gradients, 2), logScale: gradient.logScale }),
    };
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

const laidBy = ({ shared }: Pass): LaidBy =>
  shared<LaidBy>(nameOfInputs, () => {
    throw new Error('a time step stands before the sequence that its inputs come from');
  });

/** The inputs of one time step, counted from 0. **Shape** [seeds, batch, features]. */
export const inputsAt = (pass: Pass, step: number, features: number): Tensor =>
  pass.tf.slice(laidBy(pass).inputs, [0, 0, step * features], [-1, -1, features]);

/** Hands the gradient of the inputs of one time step back, where it is wanted: a training, whose gradients have the scale one. */
export const handBack = (pass: Pass, step: number, gradient: () => Tensor): void => {
  const { gradients } = laidBy(pass);
  if (gradients !== null) gradients[step] = gradient();
};

/** The moments of the inputs of any time step. */
export const inputMoments = ({ inputs }: MeanField): Moments => {
  if (inputs === undefined) throw new Error('a time step stands before the sequence that its inputs come from');
  return inputs;
};
