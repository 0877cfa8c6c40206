import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Padding } from '../paddings/padding.ts';
import { positionsOf, type Run, runsOf, type Sides } from './grid.ts';
import { centredReach, offsetsOf, reachOf, seesAll } from './reach.ts';
import type { Pass, Stage } from './stage.ts';
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
 * towards the end, as `same` of Keras does. The way back shifts every tap home and adds.
 * **Shape** [seeds, positions · batch, channels] → [seeds, positions · batch, kernelᵈ · channels].
 */
export const unfold = (settings: UnfoldSettings): Stage => {
  const { sides, channels, kernel, padding, isCentred } = settings;
  const offsets = offsetsOf(kernel);
  return {
    signature: `unfold(${sides.join('x')},${channels},${kernel},${padding.name})`,
    numbers: [],
    isSpatial: true,
    forward: (pass, input) => {
      const runs = runsOf(sides, (input.shape[1] as number) / positionsOf(sides));
      const gathered = runs.reduce((image, run) => gather(pass, padding, offsets, { image, run }), input);
      return {
        output: gathered,
        pullback: ({ tensor, logScale }) => ({
          tensor: runs.reduceRight((image, run) => scatter(pass, padding, offsets, { image, run }), tensor),
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

interface Along {
  /** **Shape** [seeds, rows, channels]. */
  readonly image: Tensor;
  readonly run: Run;
}

/** The taps along one side, side by side on the channel axis. Copies in between are freed at once: there are many. */
const gather = ({ tf, seeds }: Pass, padding: Padding, offsets: readonly number[], { image, run }: Along): Tensor =>
  tf.tidy(() => {
    const folded = asRun(tf, image, seeds, run);
    const taps = offsets.map((by) => tf.reshape(padding.shift(tf, folded, by), image.shape));
    return tf.concat(taps, 2);
  });

/** The adjoint of `gather`. */
const scatter = ({ tf, seeds }: Pass, padding: Padding, offsets: readonly number[], { image, run }: Along): Tensor =>
  tf.tidy(() => {
    const taps = tf.split(image, offsets.length, 2);
    const [, rows, channels] = (taps[0] as Tensor).shape as [number, number, number];
    const home = taps.map((tap, index) => padding.shift(tf, asRun(tf, tap, seeds, run), -(offsets[index] as number)));
    return tf.reshape(
      home.reduce((sum, tap) => tf.add(sum, tap)),
      [seeds, rows, channels],
    );
  });

/** **Shape** [seeds, rows, channels] → [seeds, outer, side, inner · channels]. */
const asRun = (tf: TensorFlow, image: Tensor, seeds: number, { outer, side, inner }: Run): Tensor =>
  tf.reshape(image, [seeds, outer, side, inner * (image.shape[2] as number)]);
