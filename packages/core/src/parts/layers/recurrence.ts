import type { Tensor } from '@tensorflow/tfjs';
import type { Initializer } from '../initializers/initializer.ts';
import { biases } from './biases.ts';
import { fixedWeights } from './fixed-weights.ts';
import { addScales, scaled } from './scaled.ts';
import { inputMoments } from './sequence.ts';
import { type SharedWeightsSettings, sharedWeights } from './shared-weights.ts';
import type { Pass, Stage } from './stage.ts';
import { driveOf, type Shift } from './stretch.ts';

/** A time step, and how the weights are drawn that it has in common with the others. */
export interface RecurrentSettings {
  /** Row of the report; also the number of the time step. */
  readonly row: number;
  readonly units: number;
  /** Input features of a time step. */
  readonly features: number;
  /** What the recurrent weights are drawn by; the law of the input weights is its own, or that of what it has for the ends. */
  readonly initializer: Initializer;
  /** σ_w² = units · Var W; null: as the initializer has it. */
  readonly gain: number | null;
  /** σ_in², what inputs of unit variance add to the variance of a pre-activation. */
  readonly input: number;
  /** Whether all time steps use the same weights. */
  readonly tied: boolean;
}

/** How large the weights of a time step are. */
export interface RecurrentScales {
  /** What standard draws of W and of U are multiplied by. */
  readonly recurrent: number;
  readonly input: number;
  /** σ_w² as drawn. */
  readonly gain: number;
}

/** The scales that a time step's settings come to. */
export const scalesOf = ({ units, features, initializer, gain, input }: RecurrentSettings): RecurrentScales => {
  const { law } = initializer;
  const { law: ofInputs } = initializer.atEnds ?? initializer;
  const variance = gain === null ? initializer.weightVariance(units, units) : gain / units;
  return {
    recurrent: Math.sqrt(variance / law.nominalVariance(units, units)),
    input: Math.sqrt(input / features / (ofInputs.nominalVariance(features, units) * ofInputs.varianceFactor)),
    gain: units * variance * law.varianceFactor,
  };
};

/** The weights of a time step: under one name for all steps, or under a name of its own. */
export const weightsOf = (
  { row, units, features, initializer, tied }: RecurrentSettings,
  matrices: number,
): { readonly recurrent: SharedWeightsSettings; readonly input: SharedWeightsSettings } => {
  const step = tied ? '' : ` of step ${row}`;
  const { law, atEnds } = initializer;
  const shape = { row, tied, law, fanOut: units, matrices };
  return {
    recurrent: { ...shape, name: `recurrent weights${step}`, fanIn: units },
    input: { ...shape, law: atEnds?.law ?? law, name: `input weights${step}`, fanIn: features },
  };
};

/** A time step of a plain recurrent network. */
export interface RecurrenceSettings extends RecurrentSettings {
  /** σ_b², variance of the biases. */
  readonly bias: number;
  /** Whether the weights that all steps share decide alone in the long run, since units keep proportions; no when left out. */
  readonly isFrozen?: boolean;
}

/**
 * Pre-activation of a time step, z_t = W h_{t−1} + U x_t + b, with one W, U and b per network.
 *
 * The gradient of W at this row is the part of this time step, z_tᵀ-gradient times h_{t−1}. An initializer that looks at data
 * gives the law alone: what fits the first step fits no other. Theory: q_t = σ_w² E h² + σ_in² + σ_b²; using one W for all
 * steps changes no factor of the bare network.
 * **Shape** h [seeds, batch, units] to z [seeds, batch, units].
 * **Source** Elman 1990; Chen, Pennington & Schoenholz 2018, 1806.05394 (the driven fixed point).
 */
export const recurrence = (settings: RecurrenceSettings): Stage => {
  const { row, units, features, initializer, input, tied, bias, isFrozen = false } = settings;
  const { law } = initializer;
  const scales = scalesOf(settings);
  const weights = weightsOf(settings, 1);
  const hasBias = bias > 0;
  return {
    signature: `recurrence(${row},${units},${features},${law.name},${tied},${hasBias})`,
    numbers: [scales.recurrent, scales.input, Math.sqrt(bias)],
    forward: (pass, state, [recurrentScale, inputScale, biasScale]) => {
      if (recurrentScale === undefined || inputScale === undefined || biasScale === undefined)
        throw new Error('a time step was not given the scales of its weights');
      const { tf } = pass;
      const W = sharedWeights(pass, weights.recurrent, recurrentScale);
      const U = sharedWeights(pass, weights.input, inputScale);
      const shift = () => shiftOf(pass, settings, hasBias ? biasScale : null);
      const drive = driveOf(pass, settings, { weights: U, shift, widths: [units] });
      const product = scaled(pass, tf.matMul(state, W.draw), W.scale);
      return {
        output: tf.add(product, drive.parts[0] as Tensor),
        pullback: (gradient) => {
          drive.observe([{ weights: W, input: state, gradient }]);
          // the scale joins the accumulated log, where no size of weights can underflow it
          const tensor = W.back(gradient.tensor);
          return { tensor, logScale: addScales(pass, gradient.logScale, W.logScale) };
        },
      };
    },
    meanField: (field) => {
      if (law.isDeterministic === true) return fixedWeights;
      // single networks drift apart like t²/n: measured ±3 decades over 100 steps of 128 relu units, where theory has ±0.4
      if (isFrozen && row ** 2 > units) return { missing: longFrozen };
      const driven = inputMoments(field);
      return {
        field: {
          secondMoment: scales.gain * field.secondMoment + input * driven.secondMoment + bias,
          mean: 0,
          covariance: () => scales.gain * field.covariance() + input * driven.covariance() + bias,
          isGaussian: true,
        },
        gradientFactor: scales.gain,
        logVariance: (law.isOrthogonal ? -3 : -1) / units,
        rows: [{ row, gain: scales.gain }],
      };
    },
  };
};

const longFrozen = 'units that keep proportions and meet the same weights in more steps than the root of their number';

/** Biases of a standard deviation, null where they start at zero: then a training alone has them. */
const shiftOf = (pass: Pass, settings: RecurrenceSettings, deviation: Tensor | null): Shift | null => {
  if (deviation === null && !pass.isTraining) return null;
  const name = weightsOf(settings, 1).recurrent.name.replace('weights', 'biases');
  return pass.shared(name, () => {
    const { draw, scale, learn } = biases(pass, settings.units, deviation);
    return { value: scaled(pass, draw, scale), learn };
  });
};
