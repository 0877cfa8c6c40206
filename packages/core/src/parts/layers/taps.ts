import type { Tensor } from '@tensorflow/tfjs';
import { coordinatesOf, everyPosition, positionAt, positionsOf } from './grid.ts';
import { type KernelSettings, offsetsOf } from './reach.ts';
import { rowsOfNetworks } from './rows-of-networks.ts';
import type { Pass } from './stage.ts';

/** Where the taps of a kernel read, as rows of an image: its positions, and within each the examples of the batch. */
export interface TapRows {
  /** The row that a tap reads where its kernel stands, row after row with its taps. **Shape** [rows · taps], int32. */
  readonly read: Tensor;
  /** Where a row is read by a tap, as an index of rows with their taps side by side: what comes back to it comes from there. **Shape** [rows · taps], int32. */
  readonly readBy: Tensor;
}

/** The taps of a kernel, made once for all layers of a pass that have them. What lies nowhere is numbered behind the last row. */
export const tapRows = (pass: Pass, kernel: KernelSettings, batch: number): TapRows =>
  pass.shared(`taps ${kernel.sides.join('x')} ${kernel.kernel} ${kernel.padding.name} ${batch}`, () => {
    const { read, readBy } = tapsOf(kernel, batch);
    return { read: pass.tf.tensor1d(read, 'int32'), readBy: pass.tf.tensor1d(readBy, 'int32') };
  });

const tapsOf = ({ sides, kernel, padding }: KernelSettings, batch: number) => {
  const [rows, taps] = [positionsOf(sides) * batch, kernel ** sides.length];
  const read = new Int32Array(rows * taps).fill(rows);
  const readBy = new Int32Array(rows * taps).fill(rows * taps);
  const offsets = offsetsOf(kernel);
  const kernelSides = Array<number>(sides.length).fill(kernel);
  for (const [position, coordinates] of everyPosition(sides).entries()) {
    for (let tap = 0; tap < taps; tap += 1) {
      const by = coordinatesOf(kernelSides, tap).map((at) => offsets[at] as number);
      const sources = coordinates.map((at, axis) => padding.source(at + (by[axis] as number), sides[axis] as number));
      if (sources.includes(null)) continue;
      const source = positionAt(sides, sources as number[]);
      for (let example = 0; example < batch; example += 1) {
        const [row, readRow] = [position * batch + example, source * batch + example];
        read[row * taps + tap] = readRow;
        // no padding lets one tap read one position from two places
        readBy[readRow * taps + tap] = row * taps + tap;
      }
    }
  }
  return { read, readBy };
};

/**
 * Rows by their numbers, the same of every network; zeros for the number behind the last.
 * **Shape** table [seeds, rows, units], numbers [count] → [seeds, count, units].
 */
export const pickRows = (pass: Pass, table: Tensor, numbers: Tensor): Tensor =>
  pass.tf.tidy(() => {
    const { tf, seeds } = pass;
    const [, rows, units] = table.shape as [number, number, number];
    const withZeros = tf.concat([table, tf.zeros([seeds, 1, units])], 1);
    const all = rowsOfNetworks(pass, tf.reshape(numbers, [1, -1, 1]), rows + 1);
    const picked = tf.gatherND(tf.reshape(withZeros, [seeds * (rows + 1), units]), all);
    return tf.reshape(picked, [seeds, -1, units]);
  });
