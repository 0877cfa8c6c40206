import type { DataId, DataType, Tensor, TensorInfo } from '@tensorflow/tfjs';
import type { NativeBinding } from '../native-binding.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What the binding knows of a tensor that it holds. */
export interface NativeTensor {
  readonly id: number;
  readonly shape: number[];
  /** TensorFlow's own number of the type: 1 float, 3 int32, 9 int64, 10 bool, 23 uint64. */
  readonly dtype: number;
}

/** Where a tensor's numbers are: with TensorFlow under `id`, or still in JavaScript (`values`) until they are first used. */
export interface StoredTensor {
  readonly id: number;
  readonly values: unknown;
  /** How many tensors share it. */
  readonly refCount: number;
}

/** An attribute of an operation as tfjs-node writes it; `type` is one of the binding's `TF_ATTR_…`. */
export interface NativeAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

/** The parts of tfjs-node's backend that recording stands on. TensorFlow.js declares some private, none is minified. */
export interface NativeBackend {
  binding: NativeBinding;
  readonly tensorMap: { readonly get: (dataId: DataId) => StoredTensor };
  readonly getDTypeInteger: (dtype: DataType) => number;
  getInputTensorIds: (tensors: readonly TensorInfo[]) => number[];
  readonly createOutputTensor: (made: NativeTensor) => Tensor;
  write: (values: unknown, shape: number[], dtype: DataType) => DataId;
  read: (dataId: DataId) => Promise<unknown>;
  readSync: (dataId: DataId) => unknown;
}

/** tfjs-node's backend. Only where the engine is `tensorflow`. */
export function nativeBackend(tf: TensorFlow): NativeBackend {
  return tf.findBackend('tensorflow') as unknown as NativeBackend;
}
