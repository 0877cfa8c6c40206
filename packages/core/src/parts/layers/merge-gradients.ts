import type { Pass, ScaledGradient } from './stage.ts';

/** The sum of two gradients, each with its own scale: the larger scale is kept, and the other brought to it. */
export const mergeGradients = (
  { tf, isCareful, isTraining }: Pass,
  one: ScaledGradient,
  other: ScaledGradient,
): ScaledGradient => {
  if (isTraining) return { tensor: tf.add(one.tensor, other.tensor), logScale: one.logScale };
  const larger = tf.maximum(one.logScale, other.logScale);
  // two scales of exactly zero have no larger one; the quick way is not believed where it meets them
  const logScale = isCareful ? tf.where(tf.isFinite(larger), larger, tf.zerosLike(larger)) : larger;
  const brought = ({ tensor, logScale: own }: ScaledGradient) => tf.mul(tensor, tf.exp(tf.sub(own, logScale)));
  return { tensor: tf.add(brought(one), brought(other)), logScale };
};
