import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Variant } from '../variant.ts';

/** What a kernel finds beyond the border of an image. */
export interface Padding extends Variant {
  /**
   * The positions of axis 2 moved: position i of the result holds what stood at i + by. Its adjoint is the shift by −by.
   * **Shape** [seeds, outer, side, inner], kept.
   */
  readonly shift: (tf: TensorFlow, image: Tensor, by: number) => Tensor;
  /** The position whose signal is found at `position`, which may lie beyond a side; null for none. */
  readonly source: (position: number, side: number) => number | null;
  /** What borders do to a squared gradient, in a sentence; null where every position sees a full kernel. */
  readonly story: string | null;
}

/** Part of axis 2 of a tensor of rank 4, in positions from `from` up to `to`. */
export const stretch = (tf: TensorFlow, image: Tensor, from: number, to: number): Tensor => {
  const [seeds, outer, , inner] = image.shape as [number, number, number, number];
  return tf.slice(image, [0, 0, from, 0], [seeds, outer, to - from, inner]);
};
