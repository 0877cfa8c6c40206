import type { Tensor } from '@tensorflow/tfjs';
import type { Parameter, Pass } from './stage.ts';

/** Biases of one standard deviation; of none where they start at zero. **Shape** [seeds, 1, fanOut]. */
export const biases = (pass: Pass, fanOut: number, deviation: Tensor | null): Parameter => {
  const { tf, random, seeds } = pass;
  const shape: [number, number, number] = [seeds, 1, fanOut];
  return pass.parameter({
    row: null,
    draw: () => (deviation === null ? tf.zeros(shape) : random.normal(shape)),
    scale: () => deviation ?? tf.scalar(1),
  });
};
