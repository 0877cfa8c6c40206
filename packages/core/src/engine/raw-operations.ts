import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from './engine.ts';
import { nativeBackend } from './recording/native-backend.ts';

/** Types of TensorFlow, by the numbers of its C interface. */
export const dataType = { float32: 1, int32: 3, int16: 5, int64: 9, uint16: 17, uint64: 23 } as const;

type DataType = (typeof dataType)[keyof typeof dataType];

/** Kernels that TensorFlow.js has no name for, run through the binding of the moment, so that a recording sees them. */
export interface RawOperations {
  readonly run: (
    operation: string,
    types: Readonly<Record<string, DataType>>,
    inputs: readonly number[],
    flags?: Readonly<Record<string, boolean>>,
  ) => readonly number[];
  readonly integers: (shape: readonly number[], values: readonly number[]) => number;
  readonly floats: (shape: readonly number[], values: Iterable<number>) => number;
  readonly idOf: (tensor: Tensor) => number;
  /** A float32 result as a tensor of TensorFlow.js, which owns it from now on. */
  readonly adopt: (id: number, shape: readonly number[]) => Tensor;
}

/** Runs raw operations and frees whatever they made and nobody adopted. */
export const withRawOperations = <Result>({ tf }: Engine, use: (operations: RawOperations) => Result): Result => {
  const backend = nativeBackend(tf);
  const { binding } = backend;
  const owned = new Set<number>();
  const own = (id: number): number => {
    owned.add(id);
    return id;
  };
  try {
    return use({
      run: (operation, types, inputs, flags = {}) => {
        const attributes = [
          ...Object.entries(types).map(([name, value]) => ({ name, type: binding.TF_ATTR_TYPE, value })),
          ...Object.entries(flags).map(([name, value]) => ({ name, type: binding.TF_ATTR_BOOL, value })),
        ];
        return binding.executeOp(operation, attributes, [...inputs], 1).map(({ id }) => own(id));
      },
      integers: (shape, values) => own(binding.createTensor([...shape], dataType.int32, Int32Array.from(values))),
      floats: (shape, values) => own(binding.createTensor([...shape], dataType.float32, Float32Array.from(values))),
      idOf: (tensor) => backend.getInputTensorIds([tensor])[0] as number,
      adopt: (id, shape) => {
        owned.delete(id);
        return backend.createOutputTensor({ id, dtype: dataType.float32, shape: [...shape] });
      },
    });
  } finally {
    for (const id of owned) binding.deleteTensor(id);
  }
};
