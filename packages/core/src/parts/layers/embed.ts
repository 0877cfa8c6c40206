import { signalOf } from './mean-field.ts';
import { rowsOfNetworks } from './rows-of-networks.ts';
import type { Stage } from './stage.ts';

/** Symbols, and how many numbers stand for one. */
export interface EmbedSettings {
  readonly symbols: number;
  readonly units: number;
}

/**
 * Vectors in place of symbols: one row of a table per symbol, N(0, 1) per entry at the start, and trained.
 * **Shape** numbers of symbols [seeds, batch, places] to [seeds, batch, places · units].
 */
export const embed = ({ symbols, units }: EmbedSettings): Stage => ({
  signature: `embed(${symbols},${units})`,
  numbers: [],
  forward: (pass, input) => {
    const { tf, random, seeds } = pass;
    const [, batch, places] = input.shape as [number, number, number];
    const { draw, learn } = pass.parameter({
      row: null,
      draw: () => random.normal([seeds, symbols, units]),
      scale: () => tf.scalar(1),
    });
    const rows = rowsOfNetworks(pass, input, symbols);
    return {
      output: tf.reshape(tf.gatherND(tf.reshape(draw, [seeds * symbols, units]), rows), [seeds, batch, places * units]),
      pullback: (gradient) => {
        learn(() => {
          const given = tf.reshape(gradient.tensor, [-1, units]);
          // adds up what comes for the same symbol
          const sums = tf.scatterND(rows, given, [seeds * symbols, units]);
          return { tensor: tf.reshape(sums, [seeds, symbols, units]), logScale: gradient.logScale };
        });
        return gradient;
      },
    };
  },
  meanField: (field) => ({ field: signalOf(field), gradientFactor: 1, logVariance: 0, rows: [] }),
});
