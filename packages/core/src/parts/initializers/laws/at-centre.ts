import type { Tensor } from '@tensorflow/tfjs';
import type { Taps } from '../law.ts';

/** A kernel that is zero but for its centre tap, which is that matrix. **Shape** [seeds, channels, fanOut] → [seeds, fanIn, fanOut]. */
export const atCentre = (matrix: Tensor, { count, centre }: Taps): Tensor => {
  const [, channels = 1] = matrix.shape;
  return matrix.pad([
    [0, 0],
    [centre * channels, (count - 1 - centre) * channels],
    [0, 0],
  ]);
};
