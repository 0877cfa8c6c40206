import type { Scalar, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { WatchError } from '../watch-error.ts';

/** What the engine writes down of an operation, to go back through it. */
export interface TapeNode {
  readonly kernelName: string;
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly outputs: readonly Tensor[];
  /** Missing where TensorFlow.js knows no way back. */
  readonly gradient?: (gradients: readonly (Tensor | null)[]) => Readonly<Record<string, () => Tensor>>;
  readonly saved?: readonly Tensor[];
}

/** The half of TensorFlow.js' engine that `tf.grads` is made of. */
interface TapeEngine {
  readonly state: { readonly gradientDepth: number; activeTape: TapeNode[] | null };
  readonly startTape: () => void;
  readonly endTape: () => void;
}

/**
 * Runs a function and hands what it returned, with the operations it was made of, to `read`: `tf.grads` with its way back left
 * open. The tape ends with it, and so do the tensors that it kept.
 */
export const withTape = <Read>(
  tf: TensorFlow,
  run: () => Scalar,
  read: (loss: Scalar, tape: readonly TapeNode[]) => Read,
): Read => {
  const engine = tf.engine() as unknown as TapeEngine;
  if (engine.state.gradientDepth > 0)
    throw new WatchError('a probe was started inside of tf.grads, minimize or another probe - start it outside');
  try {
    return read(recorded(engine, run), engine.state.activeTape ?? []);
  } finally {
    for (const { saved } of engine.state.activeTape ?? []) tf.dispose([...(saved ?? [])]);
    engine.state.activeTape = null;
  }
};

/** What is written down so far, while a tape runs. */
export const tapeLength = (tf: TensorFlow): number => (tf.engine() as unknown as TapeEngine).state.activeTape?.length ?? 0;

const recorded = (engine: TapeEngine, run: () => Scalar): Scalar => {
  engine.startTape();
  try {
    return run();
  } finally {
    engine.endTape();
  }
};
