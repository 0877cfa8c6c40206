import type { Tensor } from '@tensorflow/tfjs';
import { logNorm } from './log-norm.ts';
import type { Pass, ScaledGradient } from './stage.ts';

/** A weight matrix W = exp(logScale) · draw, and what entered it. */
export interface Weights {
  readonly input: Tensor;
  readonly draw: Tensor;
  readonly logScale: Tensor;
}

/**
 * Observes a weight matrix as a gradient with respect to its output passes: ‖W‖, ‖∂loss/∂W‖ and the optimizer's first
 * step.
 */
export const observeWeights = (pass: Pass, row: number, { input, draw, logScale }: Weights, gradient: ScaledGradient): void => {
  const { tf, observe, optimizerStep } = pass;
  const logSize = ({ tensor, logScale: scale }: ScaledGradient): Tensor => tf.add(logNorm(pass, tensor), scale);
  observe(row, 'logWeightNorm', logSize({ tensor: draw, logScale }));
  const weightGradient = { tensor: tf.matMul(input, gradient.tensor, true, false), logScale: gradient.logScale };
  observe(row, 'logGradientNorm', logSize(weightGradient));
  if (optimizerStep !== null) observe(row, 'logStepNorm', logSize(optimizerStep(tf, weightGradient)));
};
