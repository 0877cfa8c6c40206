import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `glorotNormal` of TensorFlow.js layers 4.22: nominal Var W = 2 / (fanIn + fanOut), of which the truncation keeps 77.4 %. */
export const glorotNormalTruncated: Initializer = {
  name: 'glorot-normal-truncated',
  aliases: ['tfjs-glorot-normal'],
  summary: 'glorotNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  law: truncatedNormalLaw,
  weightVariance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  isCalibrated: false,
};
