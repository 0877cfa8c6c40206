import type { Tensor } from '@tensorflow/tfjs';
import { type MeanField, type MeanFieldStep, signalOf } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import type { Pass, ScaledGradient, Stage } from './stage.ts';

/** A time step whose state is read: what it handed over, and the gradient that came back for it. */
interface ReadStep {
  readonly state: Tensor;
  gradient: ScaledGradient | null;
}

const readSteps = ({ shared }: Pass): ReadStep[] => shared<ReadStep[]>('steps that are read', () => []);

/** What goes past, pairs of paths included: the last step alone is looked at where there is theory. */
const passedOn = (field: MeanField): MeanFieldStep => ({
  field: signalOf(field),
  gradientFactor: 1,
  logVariance: 0,
  rows: [],
  pullback: (paths) => ({ gradientFactor: 1, paths }),
});

/** Lays the state of a time step by for the readout, and hands it on; the readout's gradient joins that of later steps. */
export const laidBy: Stage = {
  signature: 'laid-by',
  numbers: [],
  forward: (pass, state) => {
    if (!pass.isTraining) return { output: state, pullback: (gradient) => gradient };
    const step: ReadStep = { state, gradient: null };
    readSteps(pass).push(step);
    return {
      output: state,
      pullback: (gradient) => (step.gradient === null ? gradient : mergeGradients(pass, gradient, step.gradient)),
    };
  },
  meanField: passedOn,
};

/**
 * The states laid by and the last one, as examples of one batch, step after step. A measurement looks at the last step alone, so
 * that the gradient tells how much it remembers; a training learns from all that are read.
 * **Shape** [seeds, batch, units] to [seeds, steps · batch, units].
 */
export const collected: Stage = {
  signature: 'collected',
  numbers: [],
  forward: (pass, state) => {
    const steps = pass.isTraining ? readSteps(pass) : [];
    if (steps.length === 0) return { output: state, pullback: (gradient) => gradient };
    const { tf } = pass;
    return {
      output: tf.concat([...steps.map((step) => step.state), state], 1),
      pullback: ({ tensor, logScale }) => {
        const parts = tf.split(tensor, steps.length + 1, 1);
        for (const [index, step] of steps.entries()) step.gradient = { tensor: parts[index] as Tensor, logScale };
        return { tensor: parts.at(-1) as Tensor, logScale };
      },
    };
  },
  meanField: passedOn,
};
