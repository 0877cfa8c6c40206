import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { StepInput, StepOutput } from './optimizer.ts';

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7];

/**
 * Adam, Δw = −η m̂ / (√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), β = 0.9, 0.999, ε = 1e-7 as in TensorFlow.js.
 * **Source** Kingma & Ba 2014, 1412.6980.
 */
export const adamStep = (tf: TensorFlow, { gradient, slots, count, learningRate }: StepInput): StepOutput => {
  const [mean, meanSquare] = slots as [Tensor, Tensor];
  const nextMean = tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1));
  const nextSquare = tf.add(tf.mul(meanSquare, beta2), tf.mul(tf.square(gradient), 1 - beta2));
  const unbiased = (moment: Tensor, beta: number): Tensor => tf.div(moment, tf.sub(1, tf.pow(beta, count)));
  const size = tf.add(tf.sqrt(unbiased(nextSquare, beta2)), epsilon);
  return { change: tf.neg(tf.div(tf.mul(unbiased(nextMean, beta1), learningRate), size)), slots: [nextMean, nextSquare] };
};
