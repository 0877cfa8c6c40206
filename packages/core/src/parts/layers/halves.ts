import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/** Two tensors of one shape, side by side in a third. */
export type Halves = readonly [Tensor, Tensor];

const known = ({ shared }: Pass): WeakMap<Tensor, Halves> => shared('halves', () => new WeakMap<Tensor, Halves>());

/**
 * Two halves side by side, [h, c]. Whoever asks the pass for the halves of what comes out is given these very tensors: a graph
 * neither joins nor cuts what only steps in between look at. **Shape** each [seeds, batch, units] to [seeds, batch, 2 · units].
 */
export const sideBySide = (pass: Pass, halves: Halves): Tensor => {
  const whole = pass.tf.concat([...halves], 2);
  known(pass).set(whole, halves);
  return whole;
};

/** The halves of a tensor. **Shape** [seeds, batch, 2 · units] to [seeds, batch, units] each. */
export const halvesOf = (pass: Pass, whole: Tensor): Halves =>
  known(pass).get(whole) ?? (pass.tf.split(whole, 2, 2) as [Tensor, Tensor]);
