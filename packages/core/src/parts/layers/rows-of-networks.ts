import type { Tensor } from '@tensorflow/tfjs';
import type { Pass } from './stage.ts';

/**
 * Numbers of rows of each network's own table as rows of all tables, one behind the other, as one column.
 * **Shape** [seeds or 1, …, …] → [seeds · …, 1], int32.
 */
export const rowsOfNetworks = ({ tf, seeds }: Pass, numbers: Tensor, rows: number): Tensor => {
  const whole = tf.cast(numbers, 'int32');
  const starts = tf.tensor3d(
    Array.from({ length: seeds }, (_, network) => network * rows),
    [seeds, 1, 1],
    'int32',
  );
  return tf.reshape(seeds === 1 ? whole : tf.add(whole, starts), [-1, 1]);
};
