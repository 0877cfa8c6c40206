import type { Notion } from '../notion.ts';

/** The numbers that networks are trained with, and where they end. */
export const float32: Notion = {
  name: 'float32',
  aliases: ['single-precision', 'floating-point', 'precision'],
  summary: 'the numbers that networks are trained with, and where they end',
  explanation: {
    text: [
      'float32 has 24 binary digits, no number above 3.4·10³⁸ and none but zero below 1.4·10⁻⁴⁵.',
      'Gradients that leave this range become infinite or zero, and a step below 2⁻²⁴ of a weight changes nothing when it is added. Here logarithms are kept beside the numbers, so a report says what the gradient would be and what float32 makes of it.',
    ],
    formula: '2⁻¹⁴⁹ … 2¹²⁸',
    source: null,
    example: 'depth=80 act=sigmoid loss=probe',
    seeAlso: ['underflow', 'nan', 'exact-zeros'],
  },
};
