import type { Tensor } from '@tensorflow/tfjs';
import { logNorm } from './log-norm.ts';
import type { Parameter, Pass, ScaledGradient } from './stage.ts';

/** A weight matrix, and what entered it. */
export interface Weights {
  readonly input: Tensor;
  readonly parameter: Parameter;
}

/** Observes a weight matrix as a gradient with respect to its output passes. */
export const observeWeights = (
  pass: Pass,
  row: number,
  { input, parameter, logScale }: Weights & { readonly logScale: Tensor },
  gradient: ScaledGradient,
): void =>
  observeParameter(pass, row, {
    parameter,
    value: { tensor: parameter.draw, logScale },
    gradient: { tensor: pass.tf.matMul(input, gradient.tensor, true, false), logScale: gradient.logScale },
  });

/** Observes a trained tensor: its size, that of its gradient, and that of the optimizer's first step. */
export const observeParameter = (
  pass: Pass,
  row: number,
  {
    parameter,
    value,
    gradient,
  }: { readonly parameter: Parameter; readonly value: ScaledGradient; readonly gradient: ScaledGradient },
): void => {
  const { tf, observe, optimizerStep } = pass;
  const logSize = ({ tensor, logScale }: ScaledGradient): Tensor => tf.add(logNorm(pass, tensor), logScale);
  parameter.learn(() => gradient);
  observe(row, 'logWeightNorm', logSize(value));
  observe(row, 'logGradientNorm', logSize(gradient));
  if (optimizerStep !== null) observe(row, 'logStepNorm', logSize(optimizerStep(tf, gradient)));
};
