import type { Activation } from './activation.ts';
import { relu } from './relu.ts';

/** Slope left of zero that PyTorch takes; the layer of TensorFlow.js and Keras takes 0.3, its operation 0.2. */
const defaultSlope = 0.01;

const { covariance: reluCovariance, slopeCovariance: reluSlopeCovariance } = relu.closedForms;

const withSlope = (a: number): Activation => ({
  name: 'leaky-relu',
  aliases: ['leaky', 'lrelu'],
  summary: 'rectifier that lets a little through on the left, so no unit dies',
  explanation: {
    text: [
      'A rectifier that lets a small part of negative inputs through: a hundredth, or the number in parentheses.',
      'A unit that is negative for every example still receives a little gradient and can come back, so no unit dies.',
      'Its factor per layer is σ_w² (1 + a²)/2 whatever the size of the signal, so He weights suit it as they suit relu.',
    ],
    formula: `φ(x) = x for x > 0, ${a}·x otherwise`,
    source: 'Maas, Hannun & Ng 2013; He et al. 2015, arXiv 1502.01852',
    example: 'depth=50 act=leaky-relu(0.1) init=he-normal',
    seeAlso: ['relu', 'dying-relu', 'he-normal'],
  },
  parameter: { name: 'slope', value: a, default: defaultSlope, minimum: 0, maximum: 1, with: withSlope },
  value: (x) => (x > 0 ? x : a * x),
  slope: (x) => (x > 0 ? 1 : a),
  kinks: [0],
  saturatedBelow: null,
  isScaleInvariant: true,
  closedForms: {
    secondMoment: (q) => (q * (1 + a ** 2)) / 2,
    slopeSecondMoment: () => (1 + a ** 2) / 2,
    mean: (q) => (1 - a) * Math.sqrt(q / (2 * Math.PI)),
    slopeFourthMoment: () => (1 + a ** 4) / 2,
    // φ(x) = a·x + (1 − a)·relu(x), and E u₁ relu(u₂) = q·c/2
    ...(reluCovariance && { covariance: (q, c) => a * q * c + (1 - a) ** 2 * reluCovariance(q, c) }),
    ...(reluSlopeCovariance && { slopeCovariance: (q, c) => a + (1 - a) ** 2 * reluSlopeCovariance(q, c) }),
  },
  tensorValue: (tf, x) => tf.leakyRelu(x, a),
  tensorSlope: (tf, x) => tf.add(a, tf.mul(1 - a, tf.cast(tf.greater(x, 0), 'float32'))),
});

/** Leaky rectified linear unit, φ(x) = x for x > 0, a·x otherwise. **Source** closed forms from those of relu. */
export const leakyRelu: Activation = withSlope(defaultSlope);
