import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { logNorm } from './log-norm.ts';
import { count } from './per-network.ts';
import type { Pass, Stage } from './stage.ts';

/** Which activation, and where it stands. */
export interface ActivateSettings {
  /** Row of the report that it belongs to. */
  readonly row: number;
  /** Units of the layer. */
  readonly units: number;
  readonly activation: Activation;
  /** Whether the loss sits on the pre-activation itself: then the stage observes and hands everything on unchanged. */
  readonly isOutput?: boolean;
}

/** Activation y = φ(z), and the place where its forward statistics are read: of φ(z) and φ′(z). */
export const activate = ({ row, units, activation, isOutput = false }: ActivateSettings): Stage => ({
  signature: `activate(${row},${units},${activation.name},${activation.parameter?.value ?? ''},${isOutput})`,
  numbers: [],
  forward: (pass, input) => {
    const value = activation.tensorValue(pass.tf, input);
    const slope = activation.tensorSlope(pass.tf, input, value);
    observeForward(pass, row, { value, slope, saturatedBelow: activation.saturatedBelow });
    if (isOutput) return { output: input, pullback: (gradient) => gradient };
    return {
      output: value,
      pullback: ({ tensor, logScale }) => ({ tensor: pass.tf.mul(tensor, slope), logScale }),
    };
  },
  meanField: ({ averages, ...field }) => {
    const { secondMoment: V, slopeSecondMoment: D, slopeFourthMoment, mean: M, covariance: C } = averages(activation);
    const { secondMoment: q, covariance, isGaussian } = field;
    if (!isGaussian) return { missing: 'an activation of a sum that is not Gaussian' };
    const rows = [{ row, slopeSecondMoment: D(q) }];
    if (isOutput) return { field, gradientFactor: 1, logVariance: 0, rows };
    const correlation = (): number => (q > 0 ? covariance() / q : 1);
    return {
      field: { secondMoment: V(q), mean: M(q), covariance: () => C(q, correlation()), isGaussian: false },
      gradientFactor: D(q),
      logVariance: (3 * slopeFourthMoment(q)) / D(q) ** 2 / units,
      rows,
    };
  },
});

interface Seen {
  readonly value: Tensor;
  readonly slope: Tensor;
  readonly saturatedBelow: number | null;
}

const observeForward = (pass: Pass, row: number, { value, slope, saturatedBelow }: Seen): void => {
  const { tf, observe } = pass;
  const steepness = tf.square(slope);
  observe(row, 'sum', tf.sum(value, [1, 2], true));
  observe(row, 'logNorm', logNorm(pass, value));
  observe(row, 'slopeSquares', tf.sum(steepness, [1, 2], true));
  observe(
    row,
    'dead',
    // a sum that is not a number is not zero either
    count(pass, () => tf.equal(tf.sum(steepness, 1, true), 0)),
  );
  if (saturatedBelow !== null)
    observe(
      row,
      'saturated',
      count(pass, () => tf.less(steepness, saturatedBelow ** 2)),
    );
};
