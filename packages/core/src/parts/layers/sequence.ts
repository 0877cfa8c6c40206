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

/** Time steps one after the other, the first counted from 0. */
export interface StepRange {
  readonly first: number;
  readonly steps: number;
  /** Input features of a time step. */
  readonly features: number;
}

/** How many time steps of so many features the inputs have. */
export const stepsOf = (pass: Pass, features: number): number => (laidBy(pass).inputs.shape[2] as number) / features;

/** The inputs of time steps as one batch, step after step. **Shape** [seeds, steps · batch, features]. */
export const inputsOf = (pass: Pass, { first, steps, features }: StepRange): Tensor => {
  const { tf, seeds } = pass;
  return tf.tidy(() => {
    const inputs = tf.slice(laidBy(pass).inputs, [0, 0, first * features], [-1, -1, steps * features]);
    if (steps === 1) return inputs;
    const byExample = tf.reshape(inputs, [seeds, -1, steps, features]);
    return tf.reshape(tf.transpose(byExample, [0, 2, 1, 3]), [seeds, -1, features]);
  });
};

/**
 * Hands the gradient of the inputs of so many time steps back, where it is wanted: a training, whose gradients have the scale one.
 * `place` counts the hands that come before it in time. **Shape** as `inputsOf` has it.
 */
export const handBack = (
  pass: Pass,
  { place, steps }: { readonly place: number; readonly steps: number },
  gradient: () => Tensor,
): void => {
  const { tf, seeds } = pass;
  const { gradients } = laidBy(pass);
  if (gradients === null) return;
  const given = gradient();
  const [, rows, features] = given.shape as [number, number, number];
  const byStep = tf.reshape(given, [seeds, steps, rows / steps, features]);
  gradients[place] = tf.reshape(tf.transpose(byStep, [0, 2, 1, 3]), [seeds, rows / steps, steps * features]);
};

/** The moments of the inputs of any time step. */
export const inputMoments = ({ inputs }: MeanField): Moments => {
  if (inputs === undefined) throw new Error('a time step stands before the sequence that its inputs come from');
  return inputs;
};
