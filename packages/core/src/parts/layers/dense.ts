import type { Tensor } from '@tensorflow/tfjs';
import type { Initializer } from '../initializers/initializer.ts';
import { oneTap, type Taps } from '../initializers/law.ts';
import { biases } from './biases.ts';
import { fixedWeights } from './fixed-weights.ts';
import { observeWeights, type Weights } from './observe-weights.ts';
import { addScales, scaled } from './scaled.ts';
import { multiply } from './side-by-side.ts';
import type { Pass, ScaledGradient, Stage } from './stage.ts';

/** Where a dense layer stands and how its weights are drawn. */
export interface DenseSettings {
  /** Row of the report its weights belong to. */
  readonly row: number;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly initializer: Initializer;
  /** σ_w² = fanIn · Var W; null: as the initializer has it. */
  readonly gain: number | null;
  /** σ_b², variance of the biases. */
  readonly bias: number;
  /** What the standard deviation of the weights is multiplied by; 1 when left out. */
  readonly factor?: number;
  /** The taps of a kernel that the input holds side by side; a single one when left out. */
  readonly taps?: Taps;
}

/**
 * Fully connected layer, z = x·W + b, one W per network.
 *
 * W is kept as scale · (standard draw): the scale multiplies the small z instead of the large W, and is an argument
 * of the graph. After taps were gathered it is a convolution, whose fan out counts every tap. **Shape** x [seeds, batch, fanIn], W [seeds, fanIn, fanOut], z [seeds, batch, fanOut].
 */
export const dense = (settings: DenseSettings): Stage => {
  const { row, fanIn, fanOut, initializer, gain, bias, factor = 1, taps = oneTap } = settings;
  const { law, isCalibrated } = initializer;
  const recipe = gain === null ? initializer.weightVariance(fanIn, fanOut * taps.count) : gain / fanIn;
  const variance = recipe * factor ** 2;
  const weightScale = Math.sqrt(variance / law.nominalVariance(fanIn, fanOut, taps.count));
  const hasBias = bias > 0;
  return {
    signature: `dense(${row},${fanIn},${fanOut},${taps.count},${law.name},${isCalibrated},${hasBias})`,
    numbers: [isCalibrated ? factor : weightScale, Math.sqrt(bias)],
    forward: (pass, input, [scale, biasScale]) => {
      const { tf, common } = pass;
      const weights = pass.parameter({
        row,
        draw: () => law.draw(common.random, [common.seeds, fanIn, fanOut], taps),
        scale: (draw) => (isCalibrated ? calibrate(pass, multiply(pass, input, draw), scale as Tensor) : (scale as Tensor)),
      });
      const product = scaled(pass, multiply(pass, input, weights.draw), weights.scale);
      const shift = hasBias || pass.isTraining ? biases(pass, fanOut, hasBias ? (biasScale as Tensor) : null) : null;
      return {
        output: shift === null ? product : tf.add(product, scaled(pass, shift.draw, shift.scale)),
        pullback: (gradient) => {
          const { tensor, logScale } = gradient;
          shift?.learn(() => ({ tensor: tf.sum(tensor, 1, true), logScale }));
          return pullBack(pass, row, { input, parameter: weights }, gradient);
        },
      };
    },
    meanField: ({ secondMoment, covariance, overall = secondMoment }) => {
      if (law.isDeterministic === true) return fixedWeights;
      const sigmaW2 = isCalibrated ? factor ** 2 / overall : fanIn * variance * law.varianceFactor;
      return {
        field: {
          secondMoment: sigmaW2 * secondMoment + bias,
          mean: 0,
          covariance: () => sigmaW2 * covariance() + bias,
          isGaussian: true,
        },
        gradientFactor: (sigmaW2 * fanOut) / fanIn,
        logVariance: (law.isOrthogonal ? -3 : -1) / fanOut,
        rows: [{ row, gain: sigmaW2 }],
      };
    },
  };
};

/** factor / √Var z per network: what makes the pre-activation's variance factor². */
const calibrate = ({ tf }: Pass, raw: Tensor, factor: Tensor): Tensor =>
  tf.mul(tf.rsqrt(tf.moments(raw, [1, 2], true).variance), factor);

const pullBack = (pass: Pass, row: number, weights: Weights, gradient: ScaledGradient): ScaledGradient => {
  const { tf } = pass;
  const { draw, scale } = weights.parameter;
  const logScale = tf.log(scale);
  observeWeights(pass, row, { ...weights, logScale }, gradient);
  // the scale joins the accumulated log, where no size of weights can underflow it
  return { tensor: multiply(pass, gradient.tensor, draw, true), logScale: addScales(pass, gradient.logScale, logScale) };
};
