import { createRequire } from 'node:module';
import type { TensorFlow } from './tensorflow.ts';

/** `require` as seen from this package: CommonJS loads TensorFlow.js once for every engine, and faster than `import`. */
export const requireFromCore: NodeJS.Require = createRequire(import.meta.url);

/** The union package `@tensorflow/tfjs`, ready to compute: kernels trust their inputs, nothing is printed. */
export function loadTensorFlowJs(): TensorFlow {
  const tf = requireFromCore('@tensorflow/tfjs') as TensorFlow;
  tf.enableProdMode();
  return tf;
}
