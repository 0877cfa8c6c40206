import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `heNormal` of TensorFlow.js layers 4.22: nominal Var W = 2 / fanIn, of which the truncation keeps 77.4 %. */
export const heNormalTruncated: Initializer = {
  name: 'he-normal-truncated',
  aliases: ['tfjs-he-normal'],
  summary: 'heNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  law: truncatedNormalLaw,
  weightVariance: (fanIn) => 2 / fanIn,
  isCalibrated: false,
};
