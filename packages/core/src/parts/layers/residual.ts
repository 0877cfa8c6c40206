import type { Tensor } from '@tensorflow/tfjs';
import { addFields } from './add-fields.ts';
import { chain } from './chain.ts';
import { energyAt } from './energies.ts';
import { isMissing, type MeanField, type MeanFieldStep, type PathFindings, signalOf } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import { observeGradientTerms, observeTerms } from './observe-paths.ts';
import { observeParameter } from './observe-weights.ts';
import type { Parameter, Pass, Stage } from './stage.ts';

/** A branch and how much of it is added. */
export interface ResidualSettings {
  readonly branch: readonly Stage[];
  /** α */
  readonly scale: number;
  /** Row of the report that it belongs to. */
  readonly row: number;
  /** Units of the stream. */
  readonly units: number;
  /** Whether α is trained, as one of the row's weights; fixed when left out. */
  readonly isScaleTrained?: boolean;
}

/**
 * Residual block, x′ = x + α · f(x).
 *
 * Theory: the branch ends in weights of its own, independent of the stream, so squares add up, p′ = p + α² E f², and the
 * squared gradient takes 1 + α² · (the branch's factor).
 * **Source** Yang & Schoenholz 2017, 1712.08969; De & Smith 2020, 2002.10444; scatter at finite width derived for this project.
 */
export const residual = ({ branch, scale, row, units, isScaleTrained = false }: ResidualSettings): Stage => {
  const inner = chain(branch);
  return {
    signature: `residual(${row},${units},${isScaleTrained},[${inner.signature}])`,
    numbers: [scale, ...inner.numbers],
    isSpatial: true,
    forward: (pass, input, [alpha, ...numbers]) => {
      if (alpha === undefined) throw new Error('a residual block was given no scale');
      const { tf } = pass;
      const flow = inner.forward(pass, input, numbers);
      const trained = isScaleTrained ? scaleParameter(pass, row, alpha) : null;
      const factor = trained === null ? alpha : tf.mul(trained.draw, trained.scale);
      const added = tf.mul(flow.output, factor);
      observeTerms(pass, row, { branch: added, skip: input });
      return {
        output: tf.add(input, added),
        pullback: (gradient) => {
          const { tensor, logScale } = gradient;
          if (trained !== null) {
            const atScale = { tensor: tf.sum(tf.mul(tensor, flow.output), [1, 2], true), logScale };
            const value = { tensor: factor, logScale: tf.zeros([pass.seeds, 1, 1]) };
            observeParameter(pass, row, { parameter: trained, value, gradient: atScale });
          }
          const throughBranch = flow.pullback({ tensor: tf.mul(tensor, factor), logScale });
          observeGradientTerms(pass, row, { branch: throughBranch, skip: gradient });
          return mergeGradients(pass, gradient, throughBranch);
        },
      };
    },
    meanField: (field) => {
      const step = inner.meanField(field);
      if (isMissing(step)) return step;
      const { gradientFactor, spread, logVariance, rows } = step;
      const square = scale * scale;
      const share = square * gradientFactor;
      return {
        field: addFields(signalOf(field), step.field, scale),
        gradientFactor: 1 + share,
        spread:
          spread === undefined
            ? undefined
            : (energies) => spread(energies).map((energy, position) => energyAt(energies, position) + square * energy),
        // the branch scatters by itself, and so does its product with the stream: 4 · share / n
        logVariance: (share ** 2 * logVariance + (4 * share) / units) / (1 + share) ** 2,
        rows: [...rows, { row, paths: pathsOf(field, step, square) }],
      };
    },
  };
};

/** What theory says of the two ways: squares of the terms, and factors of the squared gradient by either. */
const pathsOf = (
  { secondMoment }: MeanField,
  { field, gradientFactor, spread }: MeanFieldStep,
  square: number,
): PathFindings => ({
  terms: { branch: square * field.secondMoment, skip: secondMoment },
  gradient: spread === undefined ? { branch: square * gradientFactor, skip: 1 } : null,
});

/** α as a trained number of each network; ∂loss/∂α = Σ ∂loss/∂x′ ⊙ f(x). **Shape** [seeds, 1, 1]. */
const scaleParameter = ({ tf, seeds, parameter }: Pass, row: number, alpha: Tensor): Parameter =>
  parameter({ row, draw: () => tf.ones([seeds, 1, 1]), scale: () => alpha });
