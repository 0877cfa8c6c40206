import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { logMeanSquare } from './log-norm.ts';
import type { Pass, ScaledGradient, Stage } from './stage.ts';

/** Which activation, and where it stands. */
export interface ActivateSettings {
  /** Row of the report whose pre-activation enters here. */
  readonly row: number;
  /** Units of the layer. */
  readonly units: number;
  readonly activation: Activation;
  /** Whether the loss sits on the pre-activation itself: then the stage observes and hands everything on unchanged. */
  readonly isOutput: boolean;
}

/** How many neighbouring pairs of a batch tell the correlation of two examples. */
const pairsObserved = 8;

/** Half of the smallest float32 there is, 2⁻¹⁴⁹: what is below it is rounded to zero. */
const logHalfSmallestFloat32 = Math.log(2) * -150;

/**
 * Activation y = φ(z), and the place where a layer is looked at: forward statistics of z, φ(z) and φ′(z), and on the
 * way back the signal ∂loss/∂z, which is renormalised to unit RMS so that no depth underflows it.
 */
export const activate = ({ row, units, activation, isOutput }: ActivateSettings): Stage => ({
  signature: `activate(${row},${units},${activation.name},${activation.parameter?.value ?? ''},${isOutput})`,
  numbers: [],
  forward: (pass, input) => {
    const value = activation.tensorValue(pass.tf, input);
    const slope = activation.tensorSlope(pass.tf, input, value);
    observeForward(pass, row, { input, value, slope, saturatedBelow: activation.saturatedBelow });
    const output = isOutput ? input : value;
    return {
      output,
      pullback: ({ tensor, logScale }) =>
        renormalise(pass, row, { tensor: isOutput ? tensor : pass.tf.mul(tensor, slope), logScale }),
    };
  },
  meanField: ({ secondMoment, covariance, averages }) => {
    const { secondMoment: V, slopeSecondMoment: D, slopeFourthMoment, covariance: C } = averages(activation);
    const q = secondMoment;
    const correlation = q > 0 ? covariance / q : 1;
    const observation = { row, q, correlation, slopeSecondMoment: D(q) };
    const kept = { observation, gain: null };
    if (isOutput) return { ...kept, secondMoment, covariance, gradientFactor: 1, logVariance: 0 };
    const logVariance = (3 * slopeFourthMoment(q)) / D(q) ** 2 / units;
    return { ...kept, secondMoment: V(q), covariance: C(q, correlation), gradientFactor: D(q), logVariance };
  },
});

interface Seen {
  readonly input: Tensor;
  readonly value: Tensor;
  readonly slope: Tensor;
  readonly saturatedBelow: number | null;
}

const observeForward = (pass: Pass, row: number, { input, value, slope, saturatedBelow }: Seen): void => {
  const { tf, observe } = pass;
  const steepness = tf.square(slope);
  observe(row, 'mean', tf.mean(value, [1, 2]));
  observe(row, 'logMeanSquare', logMeanSquare(pass, value));
  observe(row, 'logPreActivationMeanSquare', logMeanSquare(pass, input));
  observe(row, 'slopeMeanSquare', tf.mean(steepness, [1, 2]));
  observe(row, 'dead', tf.mean(tf.cast(tf.equal(tf.max(steepness, 1), 0), 'float32'), 1));
  if (saturatedBelow !== null) {
    observe(row, 'saturated', tf.mean(tf.cast(tf.less(steepness, saturatedBelow ** 2), 'float32'), [1, 2]));
  }
  const pairs = Math.min(pairsObserved, Math.floor((input.shape[1] as number) / 2));
  if (pairs > 0) observe(row, 'correlation', correlationOfPairs(pass, input, pairs));
};

/** Σ z₁·z₂ / √(Σ z₁² Σ z₂²) over neighbouring examples. **Shape** [seeds]. */
const correlationOfPairs = ({ tf, seeds }: Pass, input: Tensor, pairs: number): Tensor => {
  const units = input.shape[2] as number;
  const observed = tf.slice(input, [0, 0, 0], [seeds, 2 * pairs, units]);
  // each network's pairs brought to order one, where products neither under- nor overflow
  const scaled = tf.div(observed, tf.max(tf.abs(observed), [1, 2], true));
  const [first, second] = tf.split(tf.reshape(scaled, [seeds, pairs, 2 * units]), 2, 2) as [Tensor, Tensor];
  const dot = (one: Tensor, other: Tensor): Tensor => tf.sum(tf.mul(one, other), [1, 2]);
  return tf.div(dot(first, second), tf.sqrt(tf.mul(dot(first, first), dot(second, second))));
};

/** Divides each network's signal by its RMS and moves the factor into the scale; a zero or broken signal is left as it is. */
const renormalise = (pass: Pass, row: number, { tensor, logScale }: ScaledGradient): ScaledGradient => {
  const { tf, seeds, observe } = pass;
  const logRms = tf.mul(0.5, tf.log(tf.mean(tf.square(tensor), [1, 2], true)));
  const usable = tf.isFinite(logRms);
  const safeLogRms = tf.where(usable, logRms, tf.zerosLike(logRms));
  const scaled = { tensor: tf.mul(tensor, tf.exp(tf.neg(safeLogRms))), logScale: tf.add(logScale, safeLogRms) };
  observe(row, 'logSignal', tf.reshape(tf.add(logScale, logRms), [seeds]));
  observeFloat32(pass, row, scaled);
  return scaled;
};

/** Counts exact zeros; the careful way also what float32 could not hold: entries that would underflow, NaN and ±∞. */
const observeFloat32 = ({ tf, observe, isCareful }: Pass, row: number, { tensor, logScale }: ScaledGradient): void => {
  const count = (where: Tensor): Tensor => tf.sum(tf.cast(where, 'float32'), [1, 2]);
  observe(row, 'zero', count(tf.equal(tensor, 0)));
  if (!isCareful) return;
  const threshold = tf.exp(tf.minimum(tf.sub(logHalfSmallestFloat32, logScale), 88));
  observe(row, 'belowFloat32', count(tf.lessEqual(tf.abs(tensor), threshold)));
  observe(row, 'notANumber', count(tf.isNaN(tensor)));
  observe(row, 'infinite', count(tf.isInf(tensor)));
};
