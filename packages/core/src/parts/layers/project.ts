import { signalOf } from './mean-field.ts';
import { scaled } from './scaled.ts';
import type { Stage } from './stage.ts';

/** Features of a place, and how many a network wants there. */
export interface ProjectSettings {
  readonly from: number;
  readonly to: number;
}

/**
 * As many features as a network wants in place of those that a task has: x W at every place, Var W = 1/from, trained, one W for all.
 * **Shape** [seeds, batch, places · from] to [seeds, batch, places · to].
 */
export const project = ({ from, to }: ProjectSettings): Stage => ({
  signature: `project(${from},${to})`,
  numbers: [],
  forward: (pass, input) => {
    const { tf, random, seeds } = pass;
    const [, batch, all] = input.shape as [number, number, number];
    const places = all / from;
    const { draw, scale, learnProduct } = pass.parameter({
      row: null,
      draw: () => random.normal([seeds, from, to]),
      scale: () => tf.scalar(1 / Math.sqrt(from)),
    });
    const given = tf.reshape(input, [seeds, batch * places, from]);
    return {
      output: tf.reshape(scaled(pass, tf.matMul(given, draw), scale), [seeds, batch, places * to]),
      pullback: ({ tensor, logScale }) => {
        const atPlaces = tf.reshape(tensor, [seeds, batch * places, to]);
        learnProduct(given, { tensor: atPlaces, logScale });
        const back = scaled(pass, tf.matMul(atPlaces, draw, false, true), scale);
        return { tensor: tf.reshape(back, [seeds, batch, all]), logScale };
      },
    };
  },
  meanField: (field) => ({ field: signalOf(field), gradientFactor: to / from, logVariance: 0, rows: [] }),
});
