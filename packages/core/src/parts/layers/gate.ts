import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import type { Pass } from './stage.ts';

/** A gate as it stands, and its slope, for the way back alone. */
export interface Gate {
  readonly value: Tensor;
  readonly slope: () => Tensor;
}

/** A gate that sees x. */
export const opened = ({ tf }: Pass, gate: Activation, x: Tensor): Gate => {
  const value = gate.tensorValue(tf, x);
  return { value, slope: () => gate.tensorSlope(tf, x, value) };
};
