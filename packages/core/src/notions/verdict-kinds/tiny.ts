import type { Notion } from '../notion.ts';

/** Gradients are small at all layers alike, and the steps are lost in rounding. */
export const tiny: Notion = {
  name: 'tiny',
  aliases: ['small'],
  summary: 'gradients are small at all layers alike, and the steps are lost in rounding',
  explanation: {
    text: [
      'Nothing fades along depth, but the first step of every layer is smaller than 2⁻²⁴ of its weights, and float32 adds nothing.',
      'This is a matter of the step and not of the signal: a larger learning rate, or an optimizer such as Adam that divides by the size of the gradient, mends it.',
    ],
    formula: '|Δw| / |w| < 2⁻²⁴ ≈ 6·10⁻⁸',
    source: null,
    example: 'depth=3 act=tanh lr=1e-9',
    seeAlso: ['update-ratio', 'lr', 'adam'],
  },
};
