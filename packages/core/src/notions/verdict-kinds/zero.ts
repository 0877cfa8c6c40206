import type { Notion } from '../notion.ts';

/** The gradient is exactly zero at the first layer, in any precision. */
export const zero: Notion = {
  name: 'zero',
  aliases: ['exactly-zero', 'detached'],
  summary: 'the gradient is exactly zero at the first layer, in any precision',
  explanation: {
    text: [
      'Nearly every entry of the signal at the first layer is zero, not merely small: something multiplies it by zero, most often weights that are zero.',
      'No precision and no optimizer bring it back. Draw the weights at random.',
    ],
    formula: null,
    source: null,
    example: 'depth=5 act=tanh init=zeros',
    seeAlso: ['zeros', 'symmetry-breaking', 'exact-zeros'],
  },
};
