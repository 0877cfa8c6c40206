import type { Tensor } from '@tensorflow/tfjs';
import { addFields } from './add-fields.ts';
import { chain } from './chain.ts';
import { energyAt } from './energies.ts';
import { isMissing, signalOf } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import { observeParameter } from './observe-weights.ts';
import type { Pass, ScaledGradient, Stage } from './stage.ts';

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
      const flow = inner.forward(pass, input, numbers);
      return {
        output: pass.tf.add(input, pass.tf.mul(flow.output, alpha)),
        pullback: (gradient) => {
          const { tensor, logScale } = gradient;
          if (trainedIn !== null) observeScale(pass, trainedIn, alpha, { output: flow.output, gradient });
          return mergeGradients(pass, gradient, flow.pullback({ tensor: pass.tf.mul(tensor, alpha), logScale }));
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

/** ∂loss/∂α = Σ ∂loss/∂x′ ⊙ f(x). */
const observeScale = (
  pass: Pass,
  row: number,
  alpha: Tensor,
  { output, gradient: { tensor, logScale } }: { readonly output: Tensor; readonly gradient: ScaledGradient },
): void => {
  const { tf, seeds } = pass;
  const value = { tensor: tf.mul(tf.ones([seeds, 1, 1]), alpha), logScale: tf.zeros([seeds, 1, 1]) };
  observeParameter(pass, row, { value, gradient: { tensor: tf.sum(tf.mul(tensor, output), [1, 2], true), logScale } });
};
