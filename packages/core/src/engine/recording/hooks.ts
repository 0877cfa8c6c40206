import type { DataId, TensorInfo } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { NativeBinding } from '../native-binding.ts';
import type { NativeAttribute, NativeBackend, NativeTensor } from './native-backend.ts';
import { capturedTensor, type Tape } from './tape.ts';

/** Hooks that are in place. */
export interface Hooks {
  /** The first thing that could not be recorded, also where the recorded function caught the error. */
  readonly refusal: () => CompileError | null;
  /** Takes the hooks out. */
  readonly remove: () => void;
}

/**
 * Lets a backend write what it does onto a tape, until `remove` is called.
 * TensorFlow's addon has fixed properties, so the backend is lent a derived object in its place.
 */
export function hookInto(backend: NativeBackend, tape: Tape): Hooks {
  const { binding } = backend;
  const { random } = Math;
  const madeInside = new Set<DataId>();
  let refusal: CompileError | null = null;
  const refuse = (error: unknown): never => {
    if (error instanceof CompileError) refusal ??= error;
    throw error;
  };
  const original = { getInputTensorIds: backend.getInputTensorIds, write: backend.write };
  backend.binding = recordingBinding(binding, tape, refuse);
  backend.getInputTensorIds = (tensors) => {
    const captured = tensors.find((tensor) => isCaptured(backend, tape, madeInside, tensor));
    if (captured !== undefined) refuse(new CompileError(capturedTensor(` of shape [${captured.shape}] (${captured.dtype})`)));
    return original.getInputTensorIds.call(backend, tensors);
  };
  backend.write = (values, shape, dtype) => {
    const dataId = original.write.call(backend, values, shape, dtype);
    madeInside.add(dataId);
    return dataId;
  };
  backend.readSync = (dataId) => {
    const { values } = backend.tensorMap.get(dataId);
    return values !== null && madeInside.has(dataId) ? values : refuse(new CompileError(valueRead));
  };
  backend.read = () => {
    refusal ??= new CompileError(valueRead);
    // the compiled call throws; a rejection as well would have nobody to catch it
    return new Promise(() => undefined);
  };
  Math.random = () => refuse(new CompileError(randomNumber));
  return { refusal: () => refusal, remove: () => removeHooks(backend, binding, random) };
}

const valueRead =
  'the compiled function reads the numbers of a tensor (dataSync, data, array, print …), and a replay does not come back to JavaScript; return the tensor and read it outside, decide with tf.where, and instead of tf.gather by computed indices, which reads them, multiply with tf.oneHot';
const randomNumber =
  'the compiled function draws random numbers in JavaScript, which every replay would repeat; draw with createRandom, or pass the numbers as an argument';

/** Assignments to the instance hide the methods of its class; deleting them brings those back. */
function removeHooks(backend: NativeBackend, binding: NativeBinding, random: () => number): void {
  backend.binding = binding;
  for (const name of ['getInputTensorIds', 'write', 'readSync', 'read'] as const) Reflect.deleteProperty(backend, name);
  Math.random = random;
}

function isCaptured(backend: NativeBackend, tape: Tape, madeInside: ReadonlySet<DataId>, { dataId }: TensorInfo): boolean {
  // tfjs-node passes a 64-bit scalar of its own without data behind it: a constant
  if (dataId === undefined) return false;
  const { id, values } = backend.tensorMap.get(dataId);
  return values === null ? !tape.knows(id) : !madeInside.has(dataId);
}

function recordingBinding(binding: NativeBinding, tape: Tape, refuse: (error: unknown) => never): NativeBinding {
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      return refuse(error);
    }
  };
  const overrides = {
    executeOp: (name: string, attributes: NativeAttribute[], inputs: number[], count: number): NativeTensor[] =>
      attempt(() => {
        tape.assertRecordable(name);
        const results = binding.executeOp(name, attributes as never, inputs, count);
        tape.addOperation(name, attributes, inputs, results);
        return results;
      }),
    createTensor: (shape: number[], dtype: number, values: unknown): number =>
      attempt(() => {
        if (!ArrayBuffer.isView(values)) throw new CompileError(textInside);
        const id = binding.createTensor(shape, dtype, values as never);
        tape.addConstant(id, shape, dtype, values);
        return id;
      }),
    tensorDataSync: (): never => refuse(new CompileError(valueRead)),
    runSavedModel: (): never => refuse(new CompileError(graphInside)),
  };
  return Object.create(binding, Object.getOwnPropertyDescriptors(overrides)) as NativeBinding;
}

const textInside = 'the compiled function makes a tensor of text, and graphs hold numbers; make it outside';
const graphInside =
  'the compiled function runs a SavedModel, which cannot be part of another graph; run it outside and pass its results as arguments';
