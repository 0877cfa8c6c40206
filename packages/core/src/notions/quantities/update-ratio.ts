import type { Notion } from '../notion.ts';

/** The size of the optimizer's step as a share of the weights. */
export const updateRatio: Notion = {
  name: 'update-ratio',
  aliases: ['update', 'log10-ratio', 'update-weight-ratio', 'first-step'],
  summary: "the size of the optimizer's step as a share of the weights",
  explanation: {
    text: [
      'How far one step moves the weights of a layer, as a share of their size; before a training it is the first step that is meant.',
      'Commonly 10⁻⁴ to 10⁻¹ is taken for healthy. Below 2⁻²⁴ ≈ 6·10⁻⁸ float32 adds nothing at all; above a tenth one step may undo what the last one did.',
    ],
    formula: '|Δw| / |w|',
    source: null,
    example: 'depth=10 act=sigmoid opt=sgd',
    seeAlso: ['lr', 'optimizer', 'verdict=tiny', 'float32'],
  },
};
