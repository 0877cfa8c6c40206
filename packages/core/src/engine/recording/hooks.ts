import type { DataId, TensorInfo } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { NativeBinding } from '../native-binding.ts';
import type { NativeAttribute, NativeBackend, NativeTensor } from './native-backend.ts';
import type { Outside } from './outside.ts';
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
export function hookInto(backend: NativeBackend, tape: Tape, outside: Outside): Hooks {
  const { binding } = backend;
  const { random } = Math;
  const madeInside = new Set<DataId>();
  let refusal: CompileError | null = null;
  const refuse = (error: unknown): never => {
    if (error instanceof CompileError) refusal ??= error;
    throw error;
  };
  const original = { getInputTensorIds: backend.getInputTensorIds, write: backend.write };
  const lent = recordingBinding(binding, tape, refuse);
  backend.binding = lent;
  /** Uploads unrecorded: whatever feeds the replay brings it. */
  const bring = (tensor: TensorInfo): void => {
    backend.binding = binding;
    const [id = -1] = original.getInputTensorIds.call(backend, [tensor]);
    backend.binding = lent;
    tape.addInput({ id, shape: tensor.shape, dtype: backend.getDTypeInteger(tensor.dtype) });
  };
  backend.getInputTensorIds = (tensors) => {
    for (const tensor of tensors) {
      if (!isCaptured(backend, tape, madeInside, tensor)) continue;
      const { shape, dtype } = tensor;
      if (!outside.admit(tensor)) refuse(new CompileError(capturedTensor(` of shape [${shape}] (${dtype})`, outside.advice)));
      bring(tensor);
    }
    return original.getInputTensorIds.call(backend, tensors);
  };
  backend.write = (values, shape, dtype) => {
    const dataId = original.write.call(backend, values, shape, dtype);
    madeInside.add(dataId);
    if (attempt(() => outside.isDrawn(values, shape, dtype), refuse)) bring({ dataId, shape, dtype });
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
  Math.random = () => attempt(() => outside.draw(random), refuse);
  return { refusal: () => refusal, remove: () => removeHooks(backend, binding, random) };
}

const valueRead =
  'the compiled function reads the numbers of a tensor (dataSync, data, array, print …), and a replay does not come back to JavaScript; return the tensor and read it outside, and decide with tf.where';

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
  const overrides = {
    executeOp: (name: string, attributes: NativeAttribute[], inputs: number[], count: number): NativeTensor[] =>
      attempt(() => {
        tape.assertRecordable(name);
        const results = binding.executeOp(name, attributes as never, inputs, count);
        tape.addOperation(name, attributes, inputs, results);
        return results;
      }, refuse),
    createTensor: (shape: number[], dtype: number, values: unknown): number =>
      attempt(() => {
        if (!ArrayBuffer.isView(values)) throw new CompileError(textInside);
        const id = binding.createTensor(shape, dtype, values as never);
        tape.addConstant(id, shape, dtype, values);
        return id;
      }, refuse),
    tensorDataSync: (): never => refuse(new CompileError(valueRead)),
    runSavedModel: (): never => refuse(new CompileError(graphInside)),
  };
  return Object.create(binding, Object.getOwnPropertyDescriptors(overrides)) as NativeBinding;
}

function attempt<Result>(action: () => Result, refuse: (error: unknown) => never): Result {
  try {
    return action();
  } catch (error) {
    return refuse(error);
  }
}

const textInside = 'the compiled function makes a tensor of text, and graphs hold numbers; make it outside';
const graphInside =
  'the compiled function runs a SavedModel, which cannot be part of another graph; run it outside and pass its results as arguments';
