import type { Notion } from '../notion.ts';

/** How large the single entries of gradients and weights are, in quarter decades. */
export const histograms: Notion = {
  name: 'histograms',
  aliases: ['histogram', 'bin-decades'],
  summary: 'how large the single entries of gradients and weights are, in quarter decades',
  explanation: {
    text: [
      "At six steps of a training, or fewer, all entries of every layer's weights and gradients are counted by their size, a bin for each quarter of a decade.",
      'Where gradients vanish, the histograms of lower layers lie further to the left, each by the same distance; --plot histograms draws them.',
    ],
    formula: null,
    source: 'Glorot & Bengio 2010',
    example: 'depth=10 act=sigmoid train=100',
    seeAlso: ['weight-gradient', 'decades-per-layer', 'train'],
  },
};
