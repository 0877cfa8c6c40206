import type { Tensor, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { type NamedLayer, variablesOf } from '../foreign-layer.ts';

/** A recurrent layer that remembers from batch to batch; in training it keeps the states of earlier batches until the next reset. */
interface Remembering {
  states_: Tensor[] | null;
  readonly keptStates: Tensor[][];
}

/**
 * Runs a pass as training does and puts back what it moved: the statistics of batch normalisation, the states of recurrent
 * layers that remember.
 */
export const leavingAsBefore = <Result>(tf: TensorFlow, layers: readonly NamedLayer[], run: () => Result): Result => {
  const kept = variablesOf(layers).map((variable) => ({ variable, before: tf.keep(variable.clone()), dataId: variable.dataId }));
  const restores = layers
    .filter(({ layer }) => layer.stateful === true)
    .map(({ layer }) => lendStates(tf, layer as unknown as Remembering));
  try {
    return run();
  } finally {
    for (const { variable, before, dataId } of kept) if (variable.dataId !== dataId) putBack(variable, before);
    tf.dispose(kept.map(({ before }) => before));
    for (const restore of restores) restore();
  }
};

const putBack = (variable: Variable, before: Tensor): void => variable.assign(before);

/** Lends a layer copies of its states, which a pass disposes of or keeps, as it likes. */
const lendStates = (tf: TensorFlow, layer: Remembering): (() => void) => {
  const { states_: own } = layer;
  const batches = layer.keptStates.length;
  const lent = own?.map((state) => tf.keep(state.clone())) ?? null;
  layer.states_ = lent === null ? null : [...lent];
  return () => {
    tf.dispose([...(lent ?? []), ...(layer.states_ ?? []), ...layer.keptStates.splice(batches).flat()]);
    layer.states_ = own;
  };
};
