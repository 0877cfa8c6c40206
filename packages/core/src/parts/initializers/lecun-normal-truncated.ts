import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `leCunNormal` of TensorFlow.js layers 4.22: nominal Var W = 1 / fanIn, of which the truncation keeps 77.4 %. */
export const lecunNormalTruncated: Initializer = {
  name: 'lecun-normal-truncated',
  aliases: ['tfjs-lecun-normal'],
  summary: 'leCunNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  explanation: {
    text: [
      'What TensorFlow.js calls leCunNormal: a normal law cut off at two standard deviations, without making up for what the cut takes away.',
      'Only 77.4 % of the variance are left: selu, which wants exactly σ_w² = 1, settles at a smaller variance than it was made for.',
      'Take lecun-uniform there, which has the right variance.',
    ],
    formula: 'Var W = 0.7737 / fan in',
    source: 'TensorFlow.js 4.22',
    example: 'depth=30 act=selu init=lecun-normal-truncated',
    seeAlso: ['lecun-normal', 'selu'],
  },
  law: truncatedNormalLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
