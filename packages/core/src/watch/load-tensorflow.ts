import { requireFromCore } from '../engine/load-tensorflow-js.ts';
import type { TensorFlow } from '../engine/tensorflow.ts';

/**
 * The TensorFlow.js that the caller computes with: all copies in a process share one engine. It is loaded when it is first
 * needed, and left as it is: neither the backend nor a flag is touched.
 */
export const loadTensorFlow = (): TensorFlow => requireFromCore('@tensorflow/tfjs') as TensorFlow;
