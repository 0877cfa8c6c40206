import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `heNormal` of TensorFlow.js layers 4.22: nominal Var W = 2 / fanIn, of which the truncation keeps 77.4 %. */
export const heNormalTruncated: Initializer = {
  name: 'he-normal-truncated',
  aliases: ['tfjs-he-normal'],
  summary: 'heNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  explanation: {
    text: [
      'What TensorFlow.js calls heNormal: a normal law cut off at two standard deviations, without making up for what the cut takes away.',
      'Only 77.4 % of the variance are left, so a relu net that should keep its squared gradient has 4.5·10⁻⁴ of it left after thirty layers.',
      'Take he-uniform there, which has the right variance.',
    ],
    formula: 'Var W = 0.7737 · 2 / fan in',
    source: 'TensorFlow.js 4.22',
    example: 'depth=30 act=relu init=he-normal-truncated',
    seeAlso: ['he-normal', 'he-uniform'],
  },
  law: truncatedNormalLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
