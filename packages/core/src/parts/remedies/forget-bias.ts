import type { Remedy } from './remedy.ts';

/** Where a forget gate keeps 95 % of its cell. */
const open = 3;

/** Forget gates that start open. **Source** Gers 2000; Jozefowicz et al. 2015. */
export const forgetBias: Remedy = {
  name: 'forget-bias',
  aliases: ['unit-forget-bias'],
  summary: 'forget gates that start open',
  explanation: {
    text: [
      'Starts the forget gates of an lstm open, at a bias of 3, where they keep 95 % of the cell at every step.',
      'The cell, and its gradient, are carried from step to step; at a bias of 0 half is lost each time.',
      'For sequences far beyond a hundred steps take chrono.',
    ],
    formula: 'sigmoid(3) = 0.953',
    source: 'Gers 2000; Jozefowicz et al. 2015',
    example: 'net=lstm steps=100 forget=3',
    seeAlso: ['forget', 'remedy=chrono', 'lstm'],
  },
  mends: 'signal',
  why: 'forget gates that start open carry the cell, and its gradient, from step to step',
  propose: ({ net, forget, chrono }) => (net.name === 'lstm' && forget < open && chrono === null ? { forget: open } : null),
};
