import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadTensorFlowJs, requireFromCore } from '../load-tensorflow-js.ts';
import type { NativeBinding } from '../native-binding.ts';
import { lastProvisioningProblem } from '../provision/outcome.ts';
import { addonFile, librariesFolder, preloadFile, tfjsNodeFolder } from '../provision/tfjs-node-package.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { EngineLoader, LoadedEngine } from './engine-loader.ts';

/** TensorFlow's C library through tfjs-node's addon: the engine, all cores. */
export const tensorflow: EngineLoader<'tensorflow'> = {
  name: 'tensorflow',
  summary: 'TensorFlow itself, through tfjs-node, all cores',
  rank: 1,
  load,
  advice: 'run `pnpm provision` to install it',
};

async function load(): Promise<LoadedEngine> {
  const folder = tfjsNodeFolder();
  const addon = join(folder, addonFile);
  if (!existsSync(addon)) throw new Error(`TensorFlow is not installed${lastProvisioningProblem()}`);
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  shareCores(availableParallelism());
  preloadLibraries(folder);
  const tf = loadTensorFlowJs();
  if (tf.findBackendFactory('tensorflow') == null) registerBackend(tf, addon);
  const { binding } = tf.findBackend('tensorflow') as unknown as { readonly binding: NativeBinding };
  return { tf, version: binding.TF_Version, binding };
}

/**
 * TensorFlow runs independent operations side by side, and splits single operations over further threads. By default
 * each of the two pools has a thread per core, and they take the cores from each other. Our graphs are wide, so the first
 * pool gets all cores and the second half of them: measured on two cores, 16 networks of 50 layers take 77 ms instead
 * of 110, one of 30 × 512 takes 50 instead of 53.
 */
function shareCores(cores: number): void {
  process.env['TF_NUM_INTEROP_THREADS'] ??= String(cores);
  process.env['TF_NUM_INTRAOP_THREADS'] ??= String(Math.max(1, Math.floor(cores / 2)));
}

/**
 * Opens TensorFlow's libraries in a thread of their own while JavaScript loads (measured: 100-170 ms of 360-420), and
 * keeps a message off standard error that TF_CPP_MIN_LOG_LEVEL does not reach. Only our own build brings it.
 */
function preloadLibraries(folder: string): void {
  const file = join(folder, preloadFile);
  if (!existsSync(file)) return;
  (requireFromCore(file) as { preload: (folder: string) => void }).preload(join(folder, librariesFolder));
}

/** What `@tensorflow/tfjs-node` does on import, without its file, image and TensorBoard halves (half of its loading time). */
function registerBackend(tf: TensorFlow, addon: string): void {
  restoreRemovedUtilities();
  requireFromCore('@tensorflow/tfjs-node/dist/register_all_kernels');
  const { NodeJSKernelBackend } = requireFromCore(
    '@tensorflow/tfjs-node/dist/nodejs_kernel_backend',
  ) as typeof import('@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js');
  const binding = requireFromCore(addon) as NativeBinding;
  tf.registerBackend('tensorflow', () => new NodeJSKernelBackend(binding, '@tensorflow/tfjs-node'), 3);
}

/** Node 22 deprecates and 23 removes what tfjs-node 4.22 calls: https://github.com/tensorflow/tfjs/pull/8425 */
function restoreRemovedUtilities(): void {
  const utilities = requireFromCore('node:util') as { isNullOrUndefined: unknown; isArray: unknown };
  utilities.isNullOrUndefined = (value: unknown): boolean => value === null || value === undefined;
  utilities.isArray = Array.isArray;
}
