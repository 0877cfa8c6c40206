import type { Notion } from '../notion.ts';

/** Why weights start at random. */
export const symmetryBreaking: Notion = {
  name: 'symmetry-breaking',
  aliases: ['symmetry'],
  summary: 'why weights start at random',
  explanation: {
    text: [
      'Two units of a layer with the same weights compute the same and receive the same gradient, so they stay the same for ever: the layer is as good as one unit.',
      'Random weights break the tie. With all weights at zero it is worse still: the gradient is multiplied by zero at the readout and reaches no hidden layer.',
    ],
    formula: null,
    source: null,
    example: 'depth=5 act=tanh init=zeros',
    seeAlso: ['zeros', 'verdict=zero', 'init'],
  },
};
