import type { Activation } from './activation.ts';
import { oddNearZero } from './odd-near-zero.ts';

/** Sine, φ(x) = sin x. **Source** closed forms from the characteristic function of the normal law. */
export const sin: Activation = {
  name: 'sin',
  aliases: ['sine'],
  summary: 'sine; never saturates, but forgets the size of what it sees',
  formula: 'φ(x) = sin x',
  value: Math.sin,
  slope: Math.cos,
  kinks: [],
  saturatedBelow: null,
  isScaleInvariant: false,
  closedForms: {
    secondMoment: (q) => -Math.expm1(-2 * q) / 2,
    slopeSecondMoment: (q) => (1 + Math.exp(-2 * q)) / 2,
    mean: () => 0,
    slopeFourthMoment: (q) => 3 / 8 + Math.exp(-2 * q) / 2 + Math.exp(-8 * q) / 8,
    // e^{−q} sinh(q·c) and e^{−q} cosh(q·c), without overflow
    covariance: (q, c) => (Math.sign(c) * Math.exp(-q * (1 - Math.abs(c))) * -Math.expm1(-2 * q * Math.abs(c))) / 2,
    slopeCovariance: (q, c) => (Math.exp(-q * (1 - c)) + Math.exp(-q * (1 + c))) / 2,
  },
  tensorValue: (tf, x) => oddNearZero(tf, x, [1, -1 / 6, 1 / 120, -1 / 5040], tf.sin(x)),
  tensorSlope: (tf, x) => tf.cos(x),
};
