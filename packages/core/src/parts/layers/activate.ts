import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { logNorm } from './log-norm.ts';
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
    const correlation = (): number => (q > 0 ? covariance() / q : 1);
    const observation = { row, q, correlation, slopeSecondMoment: D(q) };
    const kept = { observation, gain: null };
    if (isOutput) return { ...kept, secondMoment, covariance, gradientFactor: 1, logVariance: 0 };
    const logVariance = (3 * slopeFourthMoment(q)) / D(q) ** 2 / units;
    return { ...kept, secondMoment: V(q), covariance: () => C(q, correlation()), gradientFactor: D(q), logVariance };
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
  observe(row, 'sum', tf.sum(value, [1, 2], true));
  observe(row, 'logNorm', logNorm(pass, value));
  observe(row, 'logPreActivationNorm', logNorm(pass, input));
  observe(row, 'slopeSquares', tf.sum(steepness, [1, 2], true));
  observe(row, 'dead', count(pass, tf.equal(tf.max(steepness, 1, true), 0)));
  if (saturatedBelow !== null) observe(row, 'saturated', count(pass, tf.less(steepness, saturatedBelow ** 2)));
  const pairs = Math.min(pairsObserved, Math.floor((input.shape[1] as number) / 2));
  if (pairs > 0) observePairs(pass, row, input, pairs);
};

/** How often something is so, per network. **Shape** [seeds, …, …] → [seeds, 1, 1]. */
const count = ({ tf }: Pass, where: Tensor): Tensor => tf.sum(tf.cast(where, 'float32'), [1, 2], true);

/** What the correlation of neighbouring examples is made of, summed over pairs. */
const observePairs = ({ tf, seeds, norm, observe, isCareful }: Pass, row: number, input: Tensor, pairs: number): void => {
  const units = input.shape[2] as number;
  const observed = tf.slice(input, [0, 0, 0], [seeds, 2 * pairs, units]);
  // the careful way brings each network's pairs to order one, where products neither under- nor overflow
  const scaled = isCareful ? tf.div(observed, tf.max(tf.abs(observed), [1, 2], true)) : observed;
  const [first, second] = tf.split(tf.reshape(scaled, [seeds, pairs, 2 * units]), 2, 2) as [Tensor, Tensor];
  observe(row, 'pairProduct', tf.sum(tf.mul(first, second), [1, 2], true));
  for (const member of [first, second]) observe(row, 'pairNorms', norm(member));
};

/** Divides each network's signal by its RMS and moves the factor into the scale. */
const renormalise = (pass: Pass, row: number, gradient: ScaledGradient): ScaledGradient => {
  const scaled = (pass.isCareful ? divideUsable : divide)(pass, gradient);
  pass.observe(row, 'logSignal', scaled.logSignal);
  observeFloat32(pass, row, scaled);
  return scaled;
};

/** A signal of unit RMS, and the RMS it had. */
interface Renormalised extends ScaledGradient {
  /** ln RMS, accumulated scale included. */
  readonly logSignal: Tensor;
}

const divide = ({ tf, norm }: Pass, { tensor, logScale }: ScaledGradient): Renormalised => {
  const rms = tf.mul(norm(tensor), 1 / Math.sqrt(entriesOf(tensor)));
  const logSignal = tf.add(logScale, tf.log(rms));
  return { tensor: tf.div(tensor, rms), logScale: logSignal, logSignal };
};

/** A zero or broken signal is left as it is; the quick way, which is not believed where it meets one, need not ask. */
const divideUsable = (pass: Pass, { tensor, logScale }: ScaledGradient): Renormalised => {
  const { tf } = pass;
  const logRms = tf.sub(logNorm(pass, tensor), Math.log(entriesOf(tensor)) / 2);
  const safeLogRms = tf.where(tf.isFinite(logRms), logRms, tf.zerosLike(logRms));
  return {
    tensor: tf.mul(tensor, tf.exp(tf.neg(safeLogRms))),
    logScale: tf.add(logScale, safeLogRms),
    logSignal: tf.add(logScale, logRms),
  };
};

/** Numbers of one network. */
const entriesOf = ({ size, shape: [seeds = 1] }: Tensor): number => size / seeds;

/** Counts exact zeros; the careful way also what float32 could not hold: entries that would underflow, NaN and ±∞. */
const observeFloat32 = (pass: Pass, row: number, { tensor, logScale }: ScaledGradient): void => {
  const { tf, observe, isCareful } = pass;
  observe(row, 'zero', count(pass, tf.equal(tensor, 0)));
  if (!isCareful) return;
  const threshold = tf.exp(tf.minimum(tf.sub(logHalfSmallestFloat32, logScale), 88));
  observe(row, 'belowFloat32', count(pass, tf.lessEqual(tf.abs(tensor), threshold)));
  observe(row, 'notANumber', count(pass, tf.isNaN(tensor)));
  observe(row, 'infinite', count(pass, tf.isInf(tensor)));
};
