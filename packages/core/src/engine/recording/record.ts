import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import type { Recording } from './graph-nodes.ts';
import { hookInto } from './hooks.ts';
import { type NativeBackend, type NativeTensor, nativeBackend } from './native-backend.ts';
import { type Outside, sealed } from './outside.ts';
import { type Answer, runOnce } from './run-once.ts';
import { createTape, type Tape } from './tape.ts';
import { watchTraces } from './traces.ts';
import { leaveIndicesToTensorFlow } from './unchecked-gather.ts';

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

/** What a function may do beside mapping its arguments to its results; nothing, where left out. */
export interface RecordSettings {
  readonly outside?: Outside;
  /** Tensors that are results, too, asked for when the function has run: where it left its state. */
  readonly state?: () => readonly Tensor[];
  /** Whether it may return nothing. */
  readonly mayBeEmpty?: boolean;
  /** Whether equal constants of float32 are one node. */
  readonly sharesFloats?: boolean;
}

/**
 * Runs `fn` once and writes its operations down.
 * **Throws** CompileError where a replay could differ from the run; whatever it throws, no hook and no tensor is left behind.
 */
export function record(
  tf: TensorFlow,
  fn: (tensors: readonly Tensor[]) => unknown,
  tensors: readonly Tensor[],
  { outside = sealed, state, mayBeEmpty = false, sharesFloats = true }: RecordSettings = {},
): Recorded {
  const backend = nativeBackend(tf);
  const traces = watchTraces(tf, state !== undefined);
  let isOne = true;
  let recording: Recording | null = null;
  const results = tf.tidy(() => {
    const inputs = distinctTensors(backend, tensors);
    const tape = createTape(backend.binding, nativeTensors(backend, inputs), { sharesFloats });
    const answer = onTape(tf, { tape, outside }, () => {
      const made = runOnce(tf, fn, inputs, mayBeEmpty);
      recording = tape.finish(nativeTensors(backend, [...made.results, ...(state?.() ?? [])]));
      return made;
    });
    isOne = answer.isOne;
    return [...answer.results];
  });
  traces.assertNone(results);
  return { answer: { results, isOne }, recording: recording as unknown as Recording };
}

function onTape<Result>(
  tf: TensorFlow,
  { tape, outside }: { readonly tape: Tape; readonly outside: Outside },
  run: () => Result,
): Result {
  const backend = nativeBackend(tf);
  const hooks = hookInto(backend, tape, outside);
  const checkIndicesAgain = leaveIndicesToTensorFlow(tf);
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
    checkIndicesAgain();
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
    return copyOf(backend, tensor);
  });
}

/** The same numbers under an id of their own. */
export function copyOf(backend: NativeBackend, tensor: Tensor): Tensor {
  const type = { name: 'T', type: backend.binding.TF_ATTR_TYPE, value: backend.getDTypeInteger(tensor.dtype) };
  const [copy] = backend.binding.executeOp('Identity', [type], backend.getInputTensorIds([tensor]), 1);
  if (copy === undefined) throw new Error('TensorFlow returned no copy of a tensor');
  return backend.createOutputTensor(copy);
}
