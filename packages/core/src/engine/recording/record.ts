import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import type { Recording } from './graph-nodes.ts';
import { hookInto } from './hooks.ts';
import { type NativeBackend, type NativeTensor, nativeBackend } from './native-backend.ts';
import { type Answer, runOnce } from './run-once.ts';
import { createTape, type Tape } from './tape.ts';
import { watchTraces } from './traces.ts';

/** What a recorded run gives: its answer, and the graph that gives the same answer again. */
export interface Recorded {
  readonly answer: Answer;
  readonly recording: Recording;
}

const beingRecorded = new WeakSet<NativeBackend>();

/** Whether a function is being recorded at this moment. */
export function isRecording(tf: TensorFlow): boolean {
  return beingRecorded.has(nativeBackend(tf));
}

/**
 * Runs `fn` once and writes its operations down.
 * **Throws** CompileError where a replay could differ from the run; whatever it throws, everything is as it was before.
 */
export function record(tf: TensorFlow, fn: (tensors: readonly Tensor[]) => unknown, tensors: readonly Tensor[]): Recorded {
  const backend = nativeBackend(tf);
  const traces = watchTraces(tf);
  let isOne = true;
  let recording: Recording | null = null;
  const results = tf.tidy(() => {
    const inputs = distinctTensors(backend, tensors);
    const tape = createTape(backend.binding, nativeTensors(backend, inputs));
    const answer = onTape(backend, tape, () => {
      const made = runOnce(tf, fn, inputs);
      recording = tape.finish(nativeTensors(backend, made.results));
      return made;
    });
    isOne = answer.isOne;
    return [...answer.results];
  });
  traces.assertNone(results);
  return { answer: { results, isOne }, recording: recording as unknown as Recording };
}

function onTape<Result>(backend: NativeBackend, tape: Tape, run: () => Result): Result {
  const hooks = hookInto(backend, tape);
  beingRecorded.add(backend);
  try {
    const result = run();
    const refusal = hooks.refusal();
    if (refusal !== null) throw refusal;
    return result;
  } catch (error) {
    throw hooks.refusal() ?? error;
  } finally {
    beingRecorded.delete(backend);
    hooks.remove();
  }
}

function nativeTensors(backend: NativeBackend, tensors: readonly Tensor[]): readonly NativeTensor[] {
  const ids = backend.getInputTensorIds(tensors);
  return tensors.map(({ shape, dtype }, index) => ({ id: ids[index] ?? -1, shape, dtype: backend.getDTypeInteger(dtype) }));
}

/** Tensors that share their numbers get an id of their own, or the graph could not tell the arguments apart. */
function distinctTensors(backend: NativeBackend, tensors: readonly Tensor[]): readonly Tensor[] {
  const seen = new Set<number>();
  const ids = backend.getInputTensorIds(tensors);
  return tensors.map((tensor, index) => {
    const id = ids[index] ?? -1;
    if (!seen.has(id)) {
      seen.add(id);
      return tensor;
    }
    const type = { name: 'T', type: backend.binding.TF_ATTR_TYPE, value: backend.getDTypeInteger(tensor.dtype) };
    const [copy] = backend.binding.executeOp('Identity', [type], [id], 1);
    if (copy === undefined) throw new Error('TensorFlow returned no copy of an argument');
    return backend.createOutputTensor(copy);
  });
}
