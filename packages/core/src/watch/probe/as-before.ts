import type { Tensor, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { type NamedLayer, variablesOf } from '../foreign-layer.ts';

/** States of a recurrent layer that remembers from batch to batch. */
interface Remembering {
  states_: Tensor[] | null;
}

/**
 * Runs a pass as training does and puts back what it moved: the statistics of batch normalisation, the states of recurrent
 * layers that remember.
 */
export const leavingAsBefore = <Result>(tf: TensorFlow, layers: readonly NamedLayer[], run: () => Result): Result => {
  const kept = variablesOf(layers).map((variable) => ({ variable, before: tf.keep(variable.clone()), dataId: variable.dataId }));
  const remembering = layers.filter(({ layer }) => layer.stateful === true).map(({ layer }) => layer as unknown as Remembering);
  const states = remembering.map(({ states_ }) => states_?.map((state) => tf.keep(state.clone())) ?? null);
  try {
    return run();
  } finally {
    for (const { variable, before, dataId } of kept) if (variable.dataId !== dataId) putBack(variable, before);
    tf.dispose(kept.map(({ before }) => before));
    for (const [index, layer] of remembering.entries()) layer.states_ = states[index] ?? null;
  }
};

const putBack = (variable: Variable, before: Tensor): void => variable.assign(before);
