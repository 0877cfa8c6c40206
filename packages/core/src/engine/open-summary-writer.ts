import type { Tensor } from '@tensorflow/tfjs';
import { requireFromCore } from './load-tensorflow-js.ts';
import type { TensorFlow } from './tensorflow.ts';

/** What writes event files that TensorBoard reads: the half of `tf.node.summaryFileWriter` that is used. */
export interface SummaryWriter {
  /** Writes a number at a step. */
  readonly scalar: (name: string, value: number, step: number) => void;
  /** Writes how the entries of a tensor are spread. Not of NaN, ±∞ or numbers that are all alike. */
  readonly histogram: (name: string, data: Tensor, step: number, buckets?: number) => void;
  /** Writes what is still held back. */
  readonly flush: () => void;
}

/** A writer into a folder; null where TensorFlow itself is not loaded, for only its binding writes event files. */
export const openSummaryWriter = (tf: TensorFlow, folder: string): SummaryWriter | null => {
  if (tf.findBackend('tensorflow') == null) return null;
  const { summaryFileWriter } = requireFromCore('@tensorflow/tfjs-node/dist/tensorboard') as {
    readonly summaryFileWriter: (folder: string) => SummaryWriter;
  };
  return summaryFileWriter(folder);
};
