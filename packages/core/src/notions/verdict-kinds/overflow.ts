import type { Notion } from '../notion.ts';

/** Numbers left the range of float32: NaN or infinity. */
export const overflow: Notion = {
  name: 'overflow',
  aliases: ['overflowed'],
  summary: 'numbers left the range of float32: NaN or infinity',
  explanation: {
    text: [
      'Somewhere the signal exceeded 3.4·10³⁸, and what is computed from infinity is infinite or no number at all.',
      'Weights are far too large for this depth. Divide them, or normalise.',
    ],
    formula: 'beyond 2¹²⁸ ≈ 3.4·10³⁸',
    source: null,
    example: 'depth=60 act=relu init=lecun-normal gain=100',
    seeAlso: ['nan', 'float32', 'gain'],
  },
};
