import type { Initializer } from './initializer.ts';
import { truncatedNormalLaw } from './laws/truncated-normal.ts';

/** `leCunNormal` of TensorFlow.js layers 4.22: nominal Var W = 1 / fanIn, of which the truncation keeps 77.4 %. */
export const lecunNormalTruncated: Initializer = {
  name: 'lecun-normal-truncated',
  aliases: ['tfjs-lecun-normal'],
  summary: 'leCunNormal as TensorFlow.js layers draws it: 77.4 % of the variance it names',
  law: truncatedNormalLaw,
  weightVariance: (fanIn) => 1 / fanIn,
  isCalibrated: false,
};
