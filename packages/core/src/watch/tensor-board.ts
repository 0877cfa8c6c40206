import { openSummaryWriter, type SummaryWriter } from '../engine/open-summary-writer.ts';
import type { TensorFlow } from '../engine/tensorflow.ts';
import type { SeenTensor } from './live/seen-tensor.ts';
import type { WatchedStep } from './live/watched-step.ts';
import { loadTensorFlow } from './load-tensorflow.ts';
import type { WatchOptions } from './watch.ts';
import { WatchError } from './watch-error.ts';

/** Listeners that write what a watch sees. */
export type TensorBoard = Required<Pick<WatchOptions, 'onStep' | 'onTensor' | 'histogramsEvery'>>;

/**
 * Writes a training for TensorBoard: `watch(model, { ...tensorBoard('logs/run-1') })`. Scalars at every step (loss, norm of the
 * gradient over all and per layer, update:weight, dead and saturated units), histograms of gradients and weights every
 * `histogramsEvery` steps (100 when left out), of outputs whenever activations are looked at. What is NaN or infinite is a
 * scalar that is NaN or infinite; a histogram that could not hold it is left out.
 *
 * Instead of a folder it takes a writer, such as that of `tf.node.summaryFileWriter`.
 *
 * **Throws** WatchError where a folder is given and TensorFlow itself is not loaded: only its native engine writes event files.
 */
export const tensorBoard = (
  target: string | SummaryWriter,
  { histogramsEvery = 100 }: Pick<WatchOptions, 'histogramsEvery'> = {},
): TensorBoard => {
  const tf = loadTensorFlow();
  const writer = typeof target === 'string' ? open(tf, target) : target;
  return {
    histogramsEvery,
    onStep: (step) => {
      for (const [name, value] of scalarsOf(step)) writer.scalar(name, value, step.step);
      writer.flush();
    },
    onTensor: ({ layer, kind, name, tensor }: SeenTensor, step) => {
      const values = tensor.dataSync() as Float32Array;
      if (!values.every(Number.isFinite)) return;
      const drawn = tf.tensor1d(withWidth(values));
      // TensorBoard has a folder per part of a name, and variables bring their layer's along
      writer.histogram(`${kind}s/${layer}/${name.split('/').at(-1) ?? name}`, drawn, step);
      drawn.dispose();
    },
  };
};

/** tfjs-node 4.22 cannot draw numbers that are all alike (`buckets` concatenates scalars): one of them is moved by a millionth. */
const withWidth = (values: Float32Array): Float32Array => {
  const [first = 0] = values;
  if (values.some((value) => value !== first)) return values;
  const others = Float32Array.from({ length: Math.max(2, values.length) }, () => first);
  others[0] = first === 0 ? 1e-30 : first * (1 + 2 ** -20);
  return others;
};

const open = (tf: TensorFlow, folder: string): SummaryWriter => {
  const writer = openSummaryWriter(tf, folder);
  if (writer === null)
    throw new WatchError(
      `TensorBoard summaries are written by TensorFlow's native engine, which is not loaded - import '@tensorflow/tfjs-node' or call useEngine('tensorflow') first`,
    );
  return writer;
};

/** Numbers of a step by their names in TensorBoard. */
const scalarsOf = ({ loss, log10GlobalNorm, layers, activations }: WatchedStep): readonly (readonly [string, number])[] => [
  ...(loss === null ? [] : [['loss', loss] as const]),
  ...(log10GlobalNorm === null ? [] : [['gradient norm', 10 ** log10GlobalNorm] as const]),
  ...layers.flatMap(({ name, gradient, log10UpdateRatio }) => [
    ...(gradient.kind === 'missing' ? [] : [[`gradient norm/${name}`, sizes[gradient.kind](gradient.log10Norm ?? 0)] as const]),
    ...(log10UpdateRatio === null ? [] : [[`update to weight/${name}`, 10 ** log10UpdateRatio] as const]),
  ]),
  ...(activations ?? []).flatMap(({ layer, dead, saturated }) => [
    [`dead/${layer}`, dead] as const,
    [`saturated/${layer}`, saturated] as const,
  ]),
];

const sizes: Readonly<Record<'number' | 'zero' | 'nan' | 'infinite', (log10: number) => number>> = {
  number: (log10) => 10 ** log10,
  zero: () => 0,
  nan: () => Number.NaN,
  infinite: () => Number.POSITIVE_INFINITY,
};
