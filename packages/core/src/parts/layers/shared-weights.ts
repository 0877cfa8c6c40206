import type { Tensor } from '@tensorflow/tfjs';
import { type Law, oneTap } from '../initializers/law.ts';
import { logNorm } from './log-norm.ts';
import { observeGradient } from './observe-weights.ts';
import type { Parameter, Pass, ScaledGradient } from './stage.ts';

/** Who shares the weights of a recurrent network. */
export const allSteps = 'all steps';

/** Matrices side by side that several stages use. */
export interface SharedWeightsSettings {
  /** Stages that ask for one name are given the same weights. */
  readonly name: string;
  /** The row that is told of them first. */
  readonly row: number;
  /** Whether all time steps use them. */
  readonly tied: boolean;
  readonly law: Law;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Matrices of that shape, each drawn by itself; 1 when left out. */
  readonly matrices?: number;
  /** Which of the drawn matrices stands where; in the order of the draws when left out. */
  readonly order?: readonly number[];
}

/** Weights W = scale · draw that several stages use. */
export interface SharedWeights {
  /** **Shape** [seeds, fanIn, matrices · fanOut]. */
  readonly draw: Tensor;
  /** **Shape** []. */
  readonly scale: Tensor;
  readonly logScale: Tensor;
  readonly learnProduct: Parameter['learnProduct'];
  /** gradient · drawᵀ. */
  readonly back: (gradient: Tensor) => Tensor;
  /** ln ‖W‖ of each matrix. **Shape** of each [seeds, 1, 1]. */
  readonly logNorms: readonly Tensor[];
}

/** The weights of a name: a parameter where a pass first asks for them. */
export const sharedWeights = (pass: Pass, settings: SharedWeightsSettings, scaleOfDraw: Tensor): SharedWeights =>
  pass.shared(settings.name, () => {
    const { tf, random, seeds } = pass;
    const { row, tied, law, fanIn, fanOut, matrices = 1, order } = settings;
    const drawAll = (): Tensor => {
      const drawn = Array.from({ length: matrices }, () => law.draw(random, [seeds, fanIn, fanOut], oneTap));
      const placed = order === undefined ? drawn : order.map((index) => drawn[index] as Tensor);
      return placed.length === 1 ? (placed[0] as Tensor) : tf.concat(placed, 2);
    };
    const { draw, scale, learnProduct } = pass.parameter({
      row,
      ...(tied ? { sharedBy: allSteps } : {}),
      draw: drawAll,
      scale: () => scaleOfDraw,
    });
    const logScale = tf.log(scale);
    const apart = matrices === 1 ? [draw] : tf.split(draw, matrices, 2);
    const logNorms = apart.map((matrix) => tf.add(logNorm(pass, matrix), logScale));
    return { draw, scale, logScale, learnProduct, back: backThrough(pass, draw, tied), logNorms };
  });

/** What all steps go back through is turned over once: measured 26 instead of 36 µs for 32 × 512 by 512 × 128. */
const backThrough = ({ tf }: Pass, draw: Tensor, tied: boolean): SharedWeights['back'] => {
  if (!tied) return (gradient) => tf.matMul(gradient, draw, false, true);
  const turned = tf.transpose(draw, [0, 2, 1]);
  return (gradient) => tf.matMul(gradient, turned);
};

/**
 * Observes shared weights at one of the stages that use them: their size, and this stage's own contribution to their gradient,
 * which is the sum over all of them.
 */
export const observeShared = (
  pass: Pass,
  row: number,
  { weights, input, gradient }: { readonly weights: SharedWeights; readonly input: Tensor; readonly gradient: ScaledGradient },
): void => {
  weights.learnProduct(input, gradient);
  // a training sums the gradient up over all steps, and looks at the whole
  if (pass.isTraining) return;
  for (const norm of weights.logNorms) pass.observe(row, 'logWeightNorm', norm);
  const { tensor, logScale } = gradient;
  observeGradient(pass, row, () => ({ tensor: pass.tf.matMul(input, tensor, true, false), logScale }));
};
