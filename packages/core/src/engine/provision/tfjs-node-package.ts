import { dirname, join } from 'node:path';
import { requireFromCore } from '../load-tensorflow-js.ts';

/** Where tfjs-node looks for its addon, inside its package. N-API 8 serves every Node from 16 on. */
export const addonFile: string = join('lib', 'napi-v8', 'tfjs_binding.node');

/** Our companion of the addon, which opens TensorFlow's libraries early and quietly. */
export const preloadFile: string = join('lib', 'napi-v8', 'tensorflow_preload.node');

/** Where the addon looks for TensorFlow's libraries (its rpath, from the addon's folder, is `../../deps/lib`). */
export const librariesFolder: string = join('deps', 'lib');

/** The record of who built the addon and from what. */
export const recordFile: string = join('lib', 'napi-v8', 'provision.json');

/** The folder of the installed package `@tensorflow/tfjs-node`. */
export function tfjsNodeFolder(): string {
  return dirname(requireFromCore.resolve('@tensorflow/tfjs-node/package.json'));
}
