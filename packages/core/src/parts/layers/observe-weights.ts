import type { Tensor } from '@tensorflow/tfjs';
import { logSumOfSquares } from './log-norm.ts';
import type { Pass, ScaledGradient } from './stage.ts';

/** ln ‖x‖ of each network's matrix, accumulated scale included. **Shape** x [seeds, …, …] → [seeds]. **Unit** nats. */
const logNorm = (pass: Pass, { tensor, logScale }: ScaledGradient): Tensor =>
  pass.tf.add(pass.tf.mul(0.5, logSumOfSquares(pass, tensor)), pass.tf.reshape(logScale, [pass.seeds]));

/**
 * Observes a weight matrix W = scale · draw as a gradient with respect to its output passes: ‖W‖, ‖∂loss/∂W‖ and the
 * optimizer's first step.
 */
export const observeWeights = (
  pass: Pass,
  row: number,
  { input, draw, scale }: { readonly input: Tensor; readonly draw: Tensor; readonly scale: Tensor },
  gradient: ScaledGradient,
): void => {
  const { tf, seeds, observe, optimizerStep } = pass;
  const logScale = tf.add(tf.log(scale), tf.zeros([seeds, 1, 1]));
  observe(row, 'logWeightNorm', logNorm(pass, { tensor: draw, logScale }));
  const weightGradient = { tensor: tf.matMul(input, gradient.tensor, true, false), logScale: gradient.logScale };
  observe(row, 'logGradientNorm', logNorm(pass, weightGradient));
  if (optimizerStep !== null) observe(row, 'logStepNorm', logNorm(pass, optimizerStep(tf, weightGradient)));
};
