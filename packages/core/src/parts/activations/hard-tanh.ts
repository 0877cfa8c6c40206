import { erf, erfc } from '../../numbers/error-function.ts';
import { normalDensity } from '../../numbers/normal.ts';
import type { Activation } from './activation.ts';

/** P(|u| < 1) for u of variance q. */
const shareInside = (q: number): number => erf(1 / Math.sqrt(2 * q));

/** Hard tanh. */
export const hardTanh: Activation = {
  name: 'hard-tanh',
  aliases: ['htanh', 'clip'],
  summary: 'tanh of straight lines; slope 1 inside ±1, exactly 0 outside',
  explanation: {
    text: [
      'A tanh of straight lines: what lies between −1 and 1 passes as it is, the rest is cut off.',
      'Inside, the gradient passes whole, outside not at all: the factor per layer is σ_w² times the share of units inside.',
      'Large weights push most units outside; the share of saturated units tells how many.',
    ],
    formula: 'φ(x) = min(1, max(−1, x)),  E φ′² = P(|z| < 1)',
    source: null,
    example: 'depth=20 act=hard-tanh init=normal gain=4',
    seeAlso: ['tanh', 'saturated-units'],
  },
  value: (x) => Math.max(-1, Math.min(1, x)),
  slope: (x) => (Math.abs(x) <= 1 ? 1 : 0),
  kinks: [-1, 1],
  saturatedBelow: 0.05,
  isScaleInvariant: false,
  closedForms: {
    secondMoment: (q) => {
      const edge = 1 / Math.sqrt(q);
      return q > 0 ? q * (shareInside(q) - 2 * edge * normalDensity(edge)) + erfc(edge * Math.SQRT1_2) : 0;
    },
    slopeSecondMoment: shareInside,
    mean: () => 0,
    slopeFourthMoment: shareInside,
  },
  tensorValue: (tf, x) => tf.clipByValue(x, -1, 1),
  tensorSlope: (tf, x) => tf.cast(tf.lessEqual(tf.abs(x), 1), 'float32'),
};
