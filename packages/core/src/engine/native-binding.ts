import type { TFJSBinding } from '@tensorflow/tfjs-node/dist/tfjs_binding.js';

/** TensorFlow's C library as tfjs-node's addon shows it: one call per kernel, one per upload, and the SavedModel loader. */
export type NativeBinding = TFJSBinding;
