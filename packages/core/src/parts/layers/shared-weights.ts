import type { Tensor } from '@tensorflow/tfjs';
import { type Law, oneTap } from '../initializers/law.ts';
import { logNorm } from './log-norm.ts';
import { observeGradient } from './observe-weights.ts';
import { handBack } from './sequence.ts';
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
}

/** Weights W = scale · draw that several stages use. */
export interface SharedWeights {
  /** **Shape** [seeds, fanIn, matrices · fanOut]. */
  readonly draw: Tensor;
  /** **Shape** []. */
  readonly scale: Tensor;
  readonly logScale: Tensor;
  readonly learnProduct: Parameter['learnProduct'];
  /** ln ‖W‖ of each matrix. **Shape** of each [seeds, 1, 1]. */
  readonly logNorms: readonly Tensor[];
}

/** The weights of a name: a parameter where a pass first asks for them. */
export const sharedWeights = (pass: Pass, settings: SharedWeightsSettings, scaleOfDraw: Tensor): SharedWeights =>
  pass.shared(settings.name, () => {
    const { tf, random, seeds } = pass;
    const { row, tied, law, fanIn, fanOut, matrices = 1 } = settings;
    const drawAll = (): Tensor => {
      const drawn = Array.from({ length: matrices }, () => law.draw(random, [seeds, fanIn, fanOut], oneTap));
      return drawn.length === 1 ? (drawn[0] as Tensor) : tf.concat(drawn, 2);
    };
    const { draw, scale, learnProduct } = pass.parameter({
      row,
      ...(tied ? { sharedBy: allSteps } : {}),
      draw: drawAll,
      scale: () => scaleOfDraw,
    });
    const logScale = tf.log(scale);
    const apart = matrices === 1 ? [draw] : tf.split(draw, matrices, 2);
    return { draw, scale, logScale, learnProduct, logNorms: apart.map((matrix) => tf.add(logNorm(pass, matrix), logScale)) };
  });

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

/** The same of the weights of the inputs, and hands the gradient of the inputs back. */
export const observeInputs = (
  pass: Pass,
  row: number,
  seen: { readonly weights: SharedWeights; readonly input: Tensor; readonly gradient: ScaledGradient },
): void => {
  observeShared(pass, row, seen);
  handBack(pass, row, () => pass.tf.matMul(seen.gradient.tensor, seen.weights.draw, false, true));
};
