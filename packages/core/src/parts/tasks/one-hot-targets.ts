import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/** One-hot classes, the same for every network. **Shape** [1, batch, classes]. */
export const oneHotTargets = (tf: TensorFlow, batch: number, classes: number, classOf: (example: number) => number): Tensor => {
  const targets = new Float32Array(batch * classes);
  for (let example = 0; example < batch; example += 1) targets[example * classes + classOf(example)] = 1;
  return tf.tensor3d(targets, [1, batch, classes]);
};
