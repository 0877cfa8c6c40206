import type { Notion } from '../notion.ts';

/** A training that ended early, in NaN or infinity. */
export const stopped: Notion = {
  name: 'stopped',
  aliases: ['diverged', 'divergence'],
  summary: 'a training that ended early, in NaN or infinity',
  explanation: {
    text: [
      'A number left the range of float32, most often because steps were too large for the gradient at hand. The report names the step and the place.',
      'A smaller learning rate, clipping, or smaller weights keep it going.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=relu init=normal gain=8 opt=sgd lr=10 train=50',
    seeAlso: ['nan', 'gradient-clipping', 'lr'],
  },
};
