import type { Tensor } from '@tensorflow/tfjs';
import { logNorm, logSize } from './log-norm.ts';
import { perNetwork } from './side-by-side.ts';
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
): void => {
  parameter.learnProduct(input, gradient);
  // what a training looks at is the whole gradient of a parameter, which it sums up itself
  if (pass.isTraining) return;
  pass.observe(row, 'logWeightNorm', pass.tf.add(perNetwork(pass, logNorm(pass, parameter.draw)), logScale));
  const { tensor, logScale: ofGradient } = gradient;
  observeGradient(pass, row, () => ({ tensor: pass.tf.matMul(input, tensor, true, false), logScale: ofGradient }));
};

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
  parameter.learn(() => gradient);
  if (pass.isTraining) return;
  pass.observe(row, 'logWeightNorm', logSize(pass, value));
  observeGradient(pass, row, () => gradient);
};

/**
 * Observes the gradient of a trained tensor, and the optimizer's first step. The gradient is made here, so that it may go as soon
 * as it is seen: a sequence has one as large as its weights at every step.
 */
export const observeGradient = (pass: Pass, row: number, gradient: () => ScaledGradient): void => {
  const { tf, observe, optimizerStep } = pass;
  const [size, ofStep] = tf.tidy(() => {
    const made = gradient();
    return [logSize(pass, made), ...(optimizerStep === null ? [] : [logSize(pass, optimizerStep(tf, made))])];
  });
  observe(row, 'logGradientNorm', size as Tensor);
  if (ofStep !== undefined) observe(row, 'logStepNorm', ofStep);
};
