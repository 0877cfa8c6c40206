import type { Tensor } from '@tensorflow/tfjs';
import { logNorm } from './log-norm.ts';
import type { Pass, ScaledGradient } from './stage.ts';

/** A weight matrix W = exp(logScale) · draw, and what entered it. */
export interface Weights {
  readonly input: Tensor;
  readonly draw: Tensor;
  readonly logScale: Tensor;
}

/** Observes a weight matrix as a gradient with respect to its output passes. */
export const observeWeights = (pass: Pass, row: number, { input, draw, logScale }: Weights, gradient: ScaledGradient): void =>
  observeParameter(pass, row, {
    value: { tensor: draw, logScale },
    gradient: { tensor: pass.tf.matMul(input, gradient.tensor, true, false), logScale: gradient.logScale },
  });

/** Observes a trained tensor: its size, that of its gradient, and that of the optimizer's first step. */
export const observeParameter = (
  pass: Pass,
  row: number,
  { value, gradient }: { readonly value: ScaledGradient; readonly gradient: ScaledGradient },
): void => {
  const { tf, observe, optimizerStep } = pass;
  const logSize = ({ tensor, logScale }: ScaledGradient): Tensor => tf.add(logNorm(pass, tensor), logScale);
  observe(row, 'logWeightNorm', logSize(value));
  observe(row, 'logGradientNorm', logSize(gradient));
  if (optimizerStep !== null) observe(row, 'logStepNorm', logSize(optimizerStep(tf, gradient)));
};
