import type { Notion } from '../notion.ts';

/** How many inputs a unit has, and how many units read it. */
export const fanIn: Notion = {
  name: 'fan-in',
  aliases: ['fan-out', 'fans'],
  summary: 'how many inputs a unit has, and how many units read it',
  explanation: {
    text: [
      'A unit sums as many terms as it has inputs, its fan in, so the variance of the sum is fan in times that of one term. Weights therefore get a variance of some σ_w²/fan in.',
      'On the way back a unit collects from as many units as read it, its fan out. In layers of equal width both are the width; of a kernel, positions count, too.',
    ],
    formula: 'σ_w² = fan in · Var W',
    source: 'Glorot & Bengio 2010',
    example: 'depth=10 width=256 act=tanh',
    seeAlso: ['gain', 'xavier-argument', 'kernel'],
  },
};
