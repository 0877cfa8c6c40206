import { dirname, sep } from 'node:path';
import { loadTensorFlowJs, requireFromCore } from '../load-tensorflow-js.ts';
import { fastMatrixProduct } from '../wasm/matrix-product.ts';
import type { EngineLoader, LoadedEngine } from './engine-loader.ts';

/** WebAssembly with SIMD: runs wherever Node runs, nothing to install. */
export const wasm: EngineLoader<'wasm'> = {
  name: 'wasm',
  summary: 'WebAssembly with SIMD, one core, nothing to install',
  rank: 2,
  load,
  advice: 'run `pnpm install` again: @tensorflow/tfjs-backend-wasm is part of the workspace',
};

async function load(): Promise<LoadedEngine> {
  const tf = loadTensorFlowJs();
  const backend = requireFromCore('@tensorflow/tfjs-backend-wasm') as typeof import('@tensorflow/tfjs-backend-wasm');
  // the binaries lie beside the code; without this they are asked for over the network
  backend.setWasmPaths(dirname(requireFromCore.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel(fastMatrixProduct(tf));
  return { tf, version: backend.version_wasm, binding: null };
}
