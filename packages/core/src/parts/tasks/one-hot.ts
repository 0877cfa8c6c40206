import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';

/** One-hot classes, the same for every network. **Shape** [1, batch, classes]. */
export const oneHotTargets = (tf: TensorFlow, batch: number, classes: number, classOf: (example: number) => number): Tensor => {
  const targets = new Float32Array(batch * classes);
  for (let example = 0; example < batch; example += 1) targets[example * classes + classOf(example)] = 1;
  return tf.tensor3d(targets, [1, batch, classes]);
};

/** The symbols of the last `reads` places as one-hot targets. **Shape** symbols [seeds, batch, places] → [seeds, reads · batch, classes]. */
export const oneHotOfPlaces = (tf: TensorFlow, symbols: Tensor, reads: number, classes: number): Tensor => {
  const [seeds, batch, places] = symbols.shape as [number, number, number];
  const read = tf.transpose(tf.slice(symbols, [0, 0, places - reads], [seeds, batch, reads]), [0, 2, 1]);
  return tf.cast(tf.oneHot(tf.reshape(tf.cast(read, 'int32'), [seeds, reads * batch]), classes), 'float32');
};
