import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/**
 * x · W, or x · Wᵀ, where several networks in a row may have the same W: what they multiply is laid below each other, so that W is
 * held and read once. **Shape** x [seeds, rows, in], W [seeds or fewer, in, out] to [seeds, rows, out].
 */
export const multiply = ({ tf }: Pass, x: Tensor, W: Tensor, isTransposed = false): Tensor => {
  const [networks = 1, rows = 1, units = 1] = x.shape;
  const [matrices = 1] = W.shape;
  if (matrices === networks) return tf.matMul(x, W, false, isTransposed);
  return tf.tidy(() => {
    const below = tf.reshape(x, [matrices, (networks / matrices) * rows, units]);
    return tf.reshape(tf.matMul(below, W, false, isTransposed), [networks, rows, -1]);
  });
};

/** A number per W as one per network. **Shape** [seeds or fewer, 1, 1] to [seeds, 1, 1]. */
export const perNetwork = ({ tf, seeds }: Pass, x: Tensor): Tensor => {
  const [matrices = 1] = x.shape;
  return matrices === seeds
    ? x
    : tf.tidy(() => tf.reshape(tf.tile(tf.reshape(x, [matrices, 1]), [1, seeds / matrices]), [seeds, 1, 1]));
};
