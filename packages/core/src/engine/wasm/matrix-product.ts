import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorFlow } from '../tensorflow.ts';
import { type ProductPlan, planProduct } from './plan-product.ts';

/**
 * The kernel `BatchMatMul` of the WASM backend, as one fast product of two plain matrices after another.
 *
 * Theirs multiplies fast (XNNPACK) only one pair of matrices, neither of them transposed; everything else takes a plain
 * loop. Measured on one core: 2.4 GFLOP/s there, 14-30 here.
 */
export function fastMatrixProduct(tf: TensorFlow): KernelConfig {
  const transpose = tf.getKernel('Transpose', 'wasm').kernelFunc;
  const bound = new WeakMap<BackendWasm, Multiply>();
  const kernelFunc = ({ inputs, attrs, backend }: Invocation): TensorInfo => {
    const multiply = bound.get(backend) ?? bindMultiply(backend);
    bound.set(backend, multiply);
    const plan = planProduct(inputs.a.shape, inputs.b.shape, attrs);
    return runPlan({ backend, multiply, transpose, plan, ...inputs });
  };
  return { kernelName: 'BatchMatMul', backendName: 'wasm', kernelFunc: kernelFunc as unknown as KernelFunc };
}

/** How TensorFlow.js calls this kernel. */
interface Invocation {
  readonly backend: BackendWasm;
  readonly inputs: { readonly a: TensorInfo; readonly b: TensorInfo };
  readonly attrs: { readonly transposeA: boolean; readonly transposeB: boolean };
}

/** Their C++ function on tensors known by number; shapes are int32 in bytes. */
type Multiply = (
  a: number,
  aShape: Uint8Array,
  aRank: number,
  b: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  out: number,
) => void;

function bindMultiply(backend: BackendWasm): Multiply {
  const types = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'] as const;
  return (backend.wasm as unknown as { cwrap: CallWrapper }).cwrap('BatchMatMul', null, types) as Multiply;
}

type CallWrapper = (name: string, returns: null, types: readonly string[]) => unknown;

interface Product {
  readonly backend: BackendWasm;
  readonly multiply: Multiply;
  readonly transpose: KernelFunc;
  readonly plan: ProductPlan;
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

function runPlan({ backend, multiply, transpose, plan, a, b }: Product): TensorInfo {
  const { rows, inner, columns } = plan;
  const out = backend.makeOutput([...plan.outputShape], 'float32');
  if (inner === 0 || plan.pairs.length === 0 || rows * columns === 0) {
    backend.typedArrayFromHeap(out).fill(0);
    return out;
  }
  const plainA = plan.transposeA ? transposed(backend, transpose, a, [plan.countA, inner, rows]) : a;
  const plainB = plan.transposeB ? transposed(backend, transpose, b, [plan.countB, columns, inner]) : b;
  const shapeA = shapeBytes(1, rows, inner);
  const shapeB = shapeBytes(1, inner, columns);
  const multiplyPlain = (left: number, right: number, result: number): void =>
    multiply(left, shapeA, 3, right, shapeB, 3, false, false, result);
  if (plan.pairs.length === 1) {
    // under their own numbers XNNPACK keeps packed weights from one product to the next
    multiplyPlain(idOf(backend, plainA), idOf(backend, plainB), idOf(backend, out));
  } else {
    multiplyViews({ backend, plan, a: plainA, b: plainB, out }, multiplyPlain);
  }
  if (plan.transposeA) backend.disposeData(plainA.dataId);
  if (plan.transposeB) backend.disposeData(plainB.dataId);
  return out;
}

interface Operands {
  readonly backend: BackendWasm;
  readonly plan: ProductPlan;
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly out: TensorInfo;
}

function multiplyViews(operands: Operands, multiply: (left: number, right: number, result: number) => void): void {
  const { backend, plan, a, b, out } = operands;
  const { rows, inner, columns } = plan;
  const view = viewsOf(backend);
  plan.pairs.forEach(([indexA, indexB], index) => {
    const ids = [view(a, indexA, rows * inner), view(b, indexB, inner * columns), view(out, index, rows * columns)] as const;
    multiply(...ids);
    for (const id of ids) backend.wasm.tfjs.disposeData(id);
  });
}

function idOf(backend: BackendWasm, tensor: TensorInfo): number {
  return backend.dataIdMap.get(tensor.dataId).id;
}

function transposed(backend: BackendWasm, transpose: KernelFunc, x: TensorInfo, shape: number[]): TensorInfo {
  const input = { dataId: x.dataId, dtype: x.dtype, shape };
  return transpose({ inputs: { x: input }, backend, attrs: { perm: [0, 2, 1] } }) as TensorInfo;
}

function shapeBytes(...shape: readonly number[]): Uint8Array {
  return new Uint8Array(new Int32Array(shape).buffer);
}

// far above the numbers that the backend counts up for its own tensors
const firstViewId = 2 ** 30;
const lastViewId = 2 ** 31 - 1;
let nextViewId = firstViewId;

/** Names matrix number `index` of a stack to WASM as a tensor of its own, without copying. */
function viewsOf(backend: BackendWasm): (stack: TensorInfo, index: number, size: number) => number {
  return (stack, index, size) => {
    const id = nextViewId;
    nextViewId = id === lastViewId ? firstViewId : id + 1;
    backend.wasm.tfjs.registerTensor(id, size, backend.getMemoryOffset(stack.dataId) + 4 * index * size);
    return id;
  };
}
