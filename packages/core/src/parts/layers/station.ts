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
 * renormalised to unit RMS, so that no depth underflows it. Rows are `positions` times the examples of the batch.
 */
export const station = (row: number, positions = 1): Stage => ({
  signature: `station(${row},${positions})`,
  numbers: [],
  forward: (pass, input) => {
    pass.observe(row, 'logPreActivationNorm', logNorm(pass, input));
    observePairs(pass, row, input, positions);
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

/** What the correlation of neighbouring examples is made of, summed over pairs and positions. */
const observePairs = ({ tf, seeds, norm, observe, isCareful }: Pass, row: number, input: Tensor, positions: number): void => {
  const [, rows, units] = input.shape as [number, number, number];
  const examples = rows / positions;
  const pairs = Math.min(pairsObserved, Math.floor(examples / 2));
  if (pairs === 0) return;
  const images = tf.reshape(input, [seeds, positions, examples, units]);
  const observed = tf.slice(images, [0, 0, 0, 0], [seeds, positions, 2 * pairs, units]);
  // the careful way brings each network's pairs to order one, where products neither under- nor overflow
  const scaled = isCareful ? tf.div(observed, tf.max(tf.abs(observed), [1, 2, 3], true)) : observed;
  const [first, second] = tf.split(tf.reshape(scaled, [seeds, positions * pairs, 2 * units]), 2, 2) as [Tensor, Tensor];
  observe(row, 'pairProduct', tf.sum(tf.mul(first, second), [1, 2], true));
  for (const member of [first, second]) observe(row, 'pairNorms', norm(member));
};

/** Divides each network's signal by its RMS and moves the factor into the scale. */
const renormalise = (pass: Pass, row: number, gradient: ScaledGradient): ScaledGradient => {
  if (pass.isTraining) {
    pass.observe(row, 'signalNorm', pass.norm(gradient.tensor));
    return gradient;
  }
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
