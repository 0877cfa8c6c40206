import type { Tensor } from '@tensorflow/tfjs';
import { logNorm } from './log-norm.ts';
import { count, entriesOf } from './per-network.ts';
import type { Pass, ScaledGradient, Stage } from './stage.ts';

/** How many neighbouring pairs of a batch tell the correlation of two examples. */
const pairsObserved = 8;

/** Half of the smallest float32 there is, 2⁻¹⁴⁹: what is below it is rounded to zero. */
const logHalfSmallestFloat32 = Math.log(2) * -150;

/**
 * The place where a row's signal is read. Hands z on as it is; on the way back the signal ∂loss/∂z is observed and
 * renormalised to unit RMS, so that no depth underflows it.
 */
export const station = (row: number): Stage => ({
  signature: `station(${row})`,
  numbers: [],
  forward: (pass, input) => {
    pass.observe(row, 'logPreActivationNorm', logNorm(pass, input));
    const pairs = Math.min(pairsObserved, Math.floor((input.shape[1] as number) / 2));
    if (pairs > 0) observePairs(pass, row, input, pairs);
    return { output: input, pullback: (gradient) => renormalise(pass, row, gradient) };
  },
  meanField: ({ secondMoment, mean, covariance, isGaussian }) => {
    const correlation = (): number => (secondMoment > 0 ? covariance() / secondMoment : 1);
    return {
      field: { secondMoment, mean, covariance, isGaussian },
      gradientFactor: 1,
      logVariance: 0,
      rows: [{ row, station: { q: secondMoment, correlation } }],
    };
  },
});

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

/** Counts exact zeros; the careful way also what float32 could not hold: entries that would underflow, NaN and ±∞. */
const observeFloat32 = (pass: Pass, row: number, { tensor, logScale }: ScaledGradient): void => {
  const { tf, observe, isCareful } = pass;
  observe(
    row,
    'zero',
    count(pass, () => tf.equal(tensor, 0)),
  );
  if (!isCareful) return;
  const threshold = tf.exp(tf.minimum(tf.sub(logHalfSmallestFloat32, logScale), 88));
  observe(
    row,
    'belowFloat32',
    count(pass, () => tf.lessEqual(tf.abs(tensor), threshold)),
  );
  observe(
    row,
    'notANumber',
    count(pass, () => tf.isNaN(tensor)),
  );
  observe(
    row,
    'infinite',
    count(pass, () => tf.isInf(tensor)),
  );
};
