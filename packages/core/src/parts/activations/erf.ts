import { erf as errorFunction } from '../../numbers/error-function.ts';
import type { Activation } from './activation.ts';
import { oddNearZero } from './odd-near-zero.ts';

const steepest = 2 / Math.sqrt(Math.PI);

/** Error function, φ(x) = 2/√π ∫₀ˣ e^{−t²} dt, φ′ = 2/√π e^{−x²}. **Source** closed forms, Williams 1997. */
export const erf: Activation = {
  name: 'erf',
  aliases: ['error-function'],
  summary: 'error function; a saturating unit whose whole theory is in closed form',
  explanation: {
    text: [
      'The error function is an S-shaped unit like tanh, flat on both sides.',
      'All its averages over normal numbers have closed forms, so what theory says of it can be checked with pen and paper.',
      'Its slope at zero is 2/√π ≈ 1.13, so without biases it is critical at σ_w² = π/4 ≈ 0.785, below the 1 that tanh needs.',
    ],
    formula: 'φ(x) = erf x,  E φ′² = (4/π) / √(1 + 4q)',
    source: 'closed forms: Williams 1997',
    example: 'depth=30 act=erf init=normal gain=0.785',
    seeAlso: ['tanh', 'edge-of-chaos'],
  },
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
