import { erf } from '../../numbers/error-function.ts';
import type { Activation } from './activation.ts';
import { hardTanh } from './hard-tanh.ts';

/** Where the line meets 0 and 1 in TensorFlow.js and Keras 2; PyTorch and Keras 3 take 3. */
const halfWidth = 2.5;
const steepest = 1 / (2 * halfWidth);

/** P(|u| < 2.5) for u of variance q. */
const shareInside = (q: number): number => erf(halfWidth / Math.sqrt(2 * q));

const { secondMoment: hardTanhSecondMoment } = hardTanh.closedForms;

/** Hard sigmoid of half width 2.5, φ(x) = 0.2·x + 0.5 cut at 0 and 1: (1 + hardtanh(x/2.5)) / 2. */
export const hardSigmoid: Activation = {
  name: 'hard-sigmoid',
  aliases: ['hsigmoid', 'hard-sigm'],
  summary: 'sigmoid of straight lines; slope 1/5 inside ±2.5, exactly 0 outside',
  explanation: {
    text: [
      'A sigmoid of three straight lines: slope 1/5 between −2.5 and 2.5, flat outside.',
      'Outside, the gradient is exactly zero and not merely small, so a unit that has got there learns no more.',
      'Inside, the slope of 1/5 makes deep nets vanish as the sigmoid does. TensorFlow.js takes it for the gates of recurrent cells.',
    ],
    formula: 'φ(x) = min(1, max(0, 0.2·x + 0.5))',
    source: null,
    example: 'depth=10 act=hard-sigmoid',
    seeAlso: ['sigmoid', 'gate', 'saturated-units'],
  },
  value: (x) => Math.max(0, Math.min(1, 0.2 * x + 0.5)),
  slope: (x) => (Math.abs(x) <= halfWidth ? steepest : 0),
  kinks: [-halfWidth, halfWidth],
  saturatedBelow: 0.05 * steepest,
  isScaleInvariant: false,
  closedForms: {
    ...(hardTanhSecondMoment && { secondMoment: (q) => (1 + hardTanhSecondMoment(q / halfWidth ** 2)) / 4 }),
    slopeSecondMoment: (q) => steepest ** 2 * shareInside(q),
    mean: () => 1 / 2,
    slopeFourthMoment: (q) => steepest ** 4 * shareInside(q),
  },
  tensorValue: (tf, x) => tf.clipByValue(tf.add(0.5, tf.mul(0.2, x)), 0, 1),
  tensorSlope: (tf, x) => tf.mul(steepest, tf.cast(tf.lessEqual(tf.abs(x), halfWidth), 'float32')),
};
