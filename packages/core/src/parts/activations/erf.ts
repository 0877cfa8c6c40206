import { erf as errorFunction } from '../../numbers/error-function.ts';
import type { Activation } from './activation.ts';
import { oddNearZero } from './odd-near-zero.ts';

const steepest = 2 / Math.sqrt(Math.PI);

/** Error function, φ(x) = 2/√π ∫₀ˣ e^{−t²} dt, φ′ = 2/√π e^{−x²}. **Source** closed forms, Williams 1997. */
export const erf: Activation = {
  name: 'erf',
  aliases: ['error-function'],
  summary: 'error function; a saturating unit whose whole theory is in closed form',
  formula: 'φ(x) = erf x',
  value: errorFunction,
  slope: (x) => steepest * Math.exp(-x * x),
  kinks: [],
  saturatedBelow: 0.05 * steepest,
  isScaleInvariant: false,
  closedForms: {
    secondMoment: (q) => (2 / Math.PI) * Math.asin((2 * q) / (1 + 2 * q)),
    slopeSecondMoment: (q) => 4 / Math.PI / Math.sqrt(1 + 4 * q),
    mean: () => 0,
    slopeFourthMoment: (q) => (4 / Math.PI) ** 2 / Math.sqrt(1 + 8 * q),
    covariance: (q, c) => (2 / Math.PI) * Math.asin((2 * q * c) / (1 + 2 * q)),
    slopeCovariance: (q, c) => 4 / Math.PI / Math.sqrt((1 + 2 * q) ** 2 - 4 * q ** 2 * c ** 2),
  },
  tensorValue: (tf, x) =>
    oddNearZero(
      tf,
      x,
      [1, -1 / 3, 1 / 10, -1 / 42, 1 / 216].map((c) => c * steepest),
      tf.erf(x),
    ),
  tensorSlope: (tf, x) => tf.mul(steepest, tf.exp(tf.neg(tf.square(x)))),
};
