import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `glorotNormal` of TensorFlow.js layers 4.22: nominal Var W = 2 / (fanIn + fanOut), of which the truncation keeps 77.4 %. */
export const glorotNormalTruncated: Initializer = {
  name: 'glorot-normal-truncated',
  aliases: ['tfjs-glorot-normal'],
  summary: 'glorotNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  explanation: {
    text: [
      'What TensorFlow.js calls glorotNormal: a normal law cut off at two standard deviations, without making up for what the cut takes away.',
      'Only 77.4 % of the variance in its name are left, so each layer multiplies the squared gradient by 0.774 of what one expects.',
      'Take the uniform form there, which has the right variance.',
    ],
    formula: 'Var W = 0.7737 · 2 / (fan in + fan out)',
    source: 'TensorFlow.js 4.22',
    example: 'depth=20 act=linear init=glorot-normal-truncated',
    seeAlso: ['glorot-uniform', 'he-normal-truncated'],
  },
  law: truncatedNormalLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
