import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { OptimizerStep } from '../layers/stage.ts';

/** Beyond this the denominator is ε alone in float32 whatever the gradient, so the step is linear in it. */
const logLargestInverseScale = Math.log(1e15);

/**
 * First step of an optimizer that divides the gradient by its own size, Δw / lr = g / size(g, ε), exact for gradients
 * far below float32: with g = t·s the step is t / size(t, ε/s), and what ε/s exceeds 10¹⁵ by goes into the scale.
 */
export const normalisedStep =
  (size: (tf: TensorFlow, gradient: Tensor, inverseScale: Tensor) => Tensor): OptimizerStep =>
  (tf, { tensor, logScale }) => {
    const logInverse = tf.neg(logScale);
    const excess = tf.relu(tf.sub(logInverse, logLargestInverseScale));
    const inverseScale = tf.exp(tf.sub(logInverse, excess));
    return { tensor: tf.div(tensor, tf.maximum(size(tf, tensor, inverseScale), 1e-30)), logScale: tf.neg(excess) };
  };
