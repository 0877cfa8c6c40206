import type { Tensor } from '@tensorflow/tfjs';
import { addFields } from './add-fields.ts';
import { chain } from './chain.ts';
import { energyAt } from './energies.ts';
import { isMissing, signalOf } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import { observeParameter } from './observe-weights.ts';
import type { Parameter, Pass, Stage } from './stage.ts';

/** A branch and how much of it is added. */
export interface ResidualSettings {
  readonly branch: readonly Stage[];
  /** α */
  readonly scale: number;
  /** Units of the stream. */
  readonly units: number;
  /** The row whose weights α is one of, where it is trained; null where it is fixed. */
  readonly trainedIn?: number | null;
}

/**
 * Residual block, x′ = x + α · f(x).
 *
 * Theory: the branch ends in weights of its own, independent of the stream, so squares add up, p′ = p + α² E f², and the
 * squared gradient takes 1 + α² · (the branch's factor).
 * **Source** Yang & Schoenholz 2017, 1712.08969; De & Smith 2020, 2002.10444; scatter at finite width derived for this project.
 */
export const residual = ({ branch, scale, units, trainedIn = null }: ResidualSettings): Stage => {
  const inner = chain(branch);
  return {
    signature: `residual(${units},${trainedIn},[${inner.signature}])`,
    numbers: [scale, ...inner.numbers],
    isSpatial: true,
    forward: (pass, input, [alpha, ...numbers]) => {
      if (alpha === undefined) throw new Error('a residual block was given no scale');
      const { tf } = pass;
      const flow = inner.forward(pass, input, numbers);
      const trained = trainedIn === null ? null : scaleParameter(pass, trainedIn, alpha);
      const factor = trained === null ? alpha : tf.mul(trained.draw, trained.scale);
      return {
        output: tf.add(input, tf.mul(flow.output, factor)),
        pullback: (gradient) => {
          const { tensor, logScale } = gradient;
          if (trainedIn !== null && trained !== null) {
            const atScale = { tensor: tf.sum(tf.mul(tensor, flow.output), [1, 2], true), logScale };
            const value = { tensor: factor, logScale: tf.zeros([pass.seeds, 1, 1]) };
            observeParameter(pass, trainedIn, { parameter: trained, value, gradient: atScale });
          }
          return mergeGradients(pass, gradient, flow.pullback({ tensor: tf.mul(tensor, factor), logScale }));
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
        rows,
      };
    },
  };
};

/** α as a trained number of each network; ∂loss/∂α = Σ ∂loss/∂x′ ⊙ f(x). **Shape** [seeds, 1, 1]. */
const scaleParameter = ({ tf, seeds, parameter }: Pass, row: number, alpha: Tensor): Parameter =>
  parameter({ row, draw: () => tf.ones([seeds, 1, 1]), scale: () => alpha });
