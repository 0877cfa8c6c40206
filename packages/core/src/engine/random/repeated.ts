import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../random.ts';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * The same networks several times over: what is drawn for [seeds · times, …] is drawn for the seeds alone, and repeated, each of
 * them so many times in a row.
 */
export const repeated = (tf: TensorFlow, random: Random, times: number): Random => {
  const repeat =
    <Shape extends readonly number[]>(draw: (shape: Shape) => Tensor) =>
    (shape: Shape): Tensor => {
      const [networks = 1, ...rest] = shape;
      // not under a tidy of its own: a table that later draws look up is made by the first
      const once = draw([networks / times, ...rest] as unknown as Shape);
      const drawn = tf.tidy(() => {
        const apart = tf.reshape(once, [networks / times, 1, ...rest]);
        return tf.reshape(tf.tile(apart, [1, times, ...rest.map(() => 1)]), [networks, ...rest]);
      });
      once.dispose();
      return drawn;
    };
  return {
    uniform: repeat(random.uniform),
    normal: repeat(random.normal),
    truncatedNormal: repeat(random.truncatedNormal),
    orthogonal: repeat(random.orthogonal),
    identity: random.identity,
    freshNormal: repeat(random.freshNormal),
    freshUniform: repeat(random.freshUniform),
  };
};
