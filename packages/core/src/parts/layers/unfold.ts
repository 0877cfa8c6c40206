import type { Tensor } from '@tensorflow/tfjs';
import type { Padding } from '../paddings/padding.ts';
import { positionsOf, type Sides } from './grid.ts';
import { centredReach, reachOf, seesAll } from './reach.ts';
import type { Pass, Stage } from './stage.ts';
import { pickRows, tapRows } from './taps.ts';
import { unfoldField } from './unfold-field.ts';

/** What a kernel gathers. */
export interface UnfoldSettings {
  readonly sides: Sides;
  /** Channels of the input. */
  readonly channels: number;
  /** Positions of a kernel along each side. */
  readonly kernel: number;
  readonly padding: Padding;
  /** Whether the weights that follow are zero beside the centre of the kernel. */
  readonly isCentred: boolean;
}

/**
 * Gathers at every position what a kernel sees of its surroundings: weights after it are a convolution.
 *
 * Output channel (tap, channel) of position p is the input's channel at p + offset(tap); an even kernel reaches one further
 * towards the end, as `same` of Keras does. On the way back each position
 * adds up what comes from the taps that read it.
 * **Shape** [seeds, positions · batch, channels] → [seeds, positions · batch, kernelᵈ · channels].
 */
export const unfold = (settings: UnfoldSettings): Stage => {
  const { sides, channels, kernel, padding, isCentred } = settings;
  const taps = kernel ** sides.length;
  return {
    signature: `unfold(${sides.join('x')},${channels},${kernel},${padding.name})`,
    numbers: [],
    isSpatial: true,
    forward: (pass, input) => {
      if (taps === 1) return { output: input, pullback: (gradient) => gradient };
      const { tf, seeds } = pass;
      const rows = input.shape[1] as number;
      const { read, readBy } = tapRows(pass, { sides, kernel, padding }, rows / positionsOf(sides));
      return {
        output: tf.reshape(pickRows(pass, input, read), [seeds, rows, taps * channels]),
        pullback: ({ tensor, logScale }) => ({
          tensor: comeHome(pass, tf.reshape(tensor, [seeds, rows * taps, channels]), readBy, taps),
          logScale,
        }),
      };
    },
    meanField: (field) => {
      const reach = isCentred ? centredReach(sides, kernel) : reachOf({ sides, kernel, padding });
      return unfoldField(field, reach, isCentred || seesAll({ sides, kernel, padding }));
    },
  };
};

/** Each row the sum over the taps that read it. */
const comeHome = (pass: Pass, each: Tensor, readBy: Tensor, taps: number): Tensor =>
  pass.tf.tidy(() => {
    const [seeds, count, channels] = each.shape as [number, number, number];
    return pass.tf.sum(pass.tf.reshape(pickRows(pass, each, readBy), [seeds, count / taps, taps, channels]), 2);
  });
