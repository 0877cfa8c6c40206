import type { TensorFlow } from '../tensorflow.ts';

/** A kernel as TensorFlow.js keeps it; its function may be replaced. */
interface Kernel {
  kernelFunc: (call: { readonly backend: object }) => unknown;
}

/**
 * Lets `tf.gather`, and with it embeddings, be recorded: tfjs-node reads the indices to check them, which a graph
 * cannot; TensorFlow's own kernel refuses an index beyond the end, too, alone and in a graph. Returns what undoes it.
 */
export function leaveIndicesToTensorFlow(tf: TensorFlow): () => void {
  const kernel = tf.getKernel('GatherV2', 'tensorflow') as unknown as Kernel;
  const { kernelFunc } = kernel;
  kernel.kernelFunc = (call) =>
    kernelFunc({ ...call, backend: Object.create(call.backend, { readSync: { value: () => [] } }) as object });
  return () => {
    kernel.kernelFunc = kernelFunc;
  };
}
