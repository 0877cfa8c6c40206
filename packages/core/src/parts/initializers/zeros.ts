import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

/** All weights zero: the counter-example that every unit starts alike. */
export const zeros: Initializer = {
  name: 'zeros',
  aliases: ['zero'],
  summary: 'all weights 0: nothing learns but the last bias',
  explanation: {
    text: [
      'All weights start at 0.',
      'What comes back is multiplied by these weights, so no hidden layer receives any gradient: it is zero in any precision, which is not the same as vanishing.',
      'Units that start alike also stay alike; this is why weights are drawn at random.',
    ],
    formula: 'W = 0',
    source: null,
    example: 'depth=5 act=tanh init=zeros',
    seeAlso: ['symmetry-breaking', 'verdict=zero'],
  },
  law: normalLaw,
  weightVariance: () => 0,
  isCalibrated: false,
};
