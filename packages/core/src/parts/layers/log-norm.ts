import type { Tensor } from '@tensorflow/tfjs';
import type { Pass, ScaledGradient } from './stage.ts';

/** The smallest normal float32. */
const smallestFloat32 = 2 ** -126;

/**
 * ln ‖x‖ of each network. The careful way divides by the largest entry first, so that no square under- or overflows.
 * **Shape** x [seeds, …] → [seeds, 1, …]. **Unit** nats.
 */
export const logNorm = ({ tf, norm, isCareful }: Pass, x: Tensor): Tensor => {
  if (!isCareful) return tf.log(norm(x));
  return tf.tidy(() => {
    const axes = x.shape.map((_, axis) => axis).slice(1);
    const largest = tf.maximum(tf.max(tf.abs(x), axes, true), smallestFloat32);
    return tf.add(tf.log(norm(tf.div(x, largest))), tf.log(largest));
  });
};

/** ln ‖gradient‖ of each network, its scale included. **Unit** nats. */
export const logSize = (pass: Pass, { tensor, logScale }: ScaledGradient): Tensor => pass.tf.add(logNorm(pass, tensor), logScale);
