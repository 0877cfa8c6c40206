import type { Tensor } from '@tensorflow/tfjs';
import type { MeanField, MeanFieldStep, MissingTheory } from './mean-field.ts';
import type { Flow, Pass, ScaledGradient, Stage } from './stage.ts';

/** Which numbers are normalised together, and how. */
export interface NormaliseSettings {
  /** Name for the graph's signature. */
  readonly name: string;
  /** 1: each unit over the batch; 2: each example over its units. */
  readonly axis: 1 | 2;
  /** Whether the mean is taken away, or only the size divided out. */
  readonly isCentred: boolean;
  /** What is added to the variance. */
  readonly epsilon: number;
  readonly meanField: (field: MeanField) => MeanFieldStep | MissingTheory;
}

/**
 * y = (x − μ) / √(σ² + ε) over one axis; μ = 0 and σ² = E x² where it is not centred. Scale 1 and shift 0, as at
 * initialisation; a training learns both.
 *
 * The way back is ∂x = (∂y − E ∂y − y E(∂y·y)) / √(σ² + ε), the first mean only where it is centred.
 */
export const normalise = ({ name, axis, isCentred, epsilon, meanField }: NormaliseSettings): Stage => ({
  signature: `${name}(${axis},${isCentred},${epsilon})`,
  numbers: [],
  // what is averaged over rows is averaged over positions, too
  isSpatial: axis === 1,
  forward: (pass, input) => {
    const { tf } = pass;
    const mean = (x: Tensor): Tensor => tf.mean(x, axis, true);
    const centred = isCentred ? tf.sub(input, mean(input)) : input;
    const inverse = tf.rsqrt(tf.add(mean(tf.square(centred)), epsilon));
    const output = tf.mul(centred, inverse);
    const pullback = ({ tensor, logScale }: ScaledGradient): ScaledGradient => {
      const along = tf.sub(tensor, tf.mul(output, mean(tf.mul(tensor, output))));
      const across = isCentred ? tf.sub(along, mean(tensor)) : along;
      return { tensor: tf.mul(across, inverse), logScale };
    };
    return pass.isTraining ? trained(pass, { output, pullback }, isCentred) : { output, pullback };
  },
  meanField,
});

/** γ y + β with γ = 1 and β = 0 at first, one per unit; without β where nothing is centred. */
const trained = (pass: Pass, normalised: Flow, isCentred: boolean): Flow => {
  const { tf, seeds } = pass;
  const shape: [number, number, number] = [seeds, 1, normalised.output.shape[2] as number];
  const unscaled = { row: null, scale: () => tf.scalar(1) };
  const scale = pass.parameter({ ...unscaled, draw: () => tf.ones(shape) });
  const shift = isCentred ? pass.parameter({ ...unscaled, draw: () => tf.zeros(shape) }) : null;
  const stretched = tf.mul(normalised.output, scale.draw);
  return {
    output: shift === null ? stretched : tf.add(stretched, shift.draw),
    pullback: ({ tensor, logScale }) => {
      scale.learn(() => ({ tensor: tf.sum(tf.mul(tensor, normalised.output), 1, true), logScale }));
      shift?.learn(() => ({ tensor: tf.sum(tensor, 1, true), logScale }));
      return normalised.pullback({ tensor: tf.mul(tensor, scale.draw), logScale });
    },
  };
};
