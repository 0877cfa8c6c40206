import type { Activation } from './activation.ts';
import { oddNearZero } from './odd-near-zero.ts';

/** Sine, φ(x) = sin x. **Source** closed forms from the characteristic function of the normal law. */
export const sin: Activation = {
  name: 'sin',
  aliases: ['sine'],
  summary: 'sine; never saturates, but forgets the size of what it sees',
  explanation: {
    text: [
      'The sine never saturates: it turns back, and however large its input, its mean squared slope stays between 1/2 and 1.',
      'The price is that it forgets how large its input was; large weights therefore make a deep net chaotic.',
      'Without biases it is critical at σ_w² = 1, as tanh is.',
    ],
    formula: 'φ(x) = sin x,  E φ′² = (1 + e^(−2q)) / 2',
    source: null,
    example: 'depth=30 act=sin init=normal gain=4',
    seeAlso: ['tanh', 'chaotic-phase'],
  },
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
