import type { Tensor } from '@tensorflow/tfjs';
import { logNorm, logSize } from './log-norm.ts';
import type { Paths } from './paths.ts';
import type { Pass, ScaledGradient } from './stage.ts';

/** Observes the two terms of a block's output. A step of training, which nobody asks for them, does without. */
export const observeTerms = (pass: Pass, row: number, { branch, skip }: Paths<Tensor>): void => {
  if (pass.isTraining) return;
  pass.observe(row, 'logBranchNorm', logNorm(pass, branch));
  pass.observe(row, 'logSkipNorm', logNorm(pass, skip));
};

/** Observes the two terms of the gradient at a block's input, as `observeTerms` does. */
export const observeGradientTerms = (pass: Pass, row: number, { branch, skip }: Paths<ScaledGradient>): void => {
  if (pass.isTraining) return;
  pass.observe(row, 'logBranchGradient', logSize(pass, branch));
  pass.observe(row, 'logSkipGradient', logSize(pass, skip));
};
