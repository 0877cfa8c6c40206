import type { Remedy } from './remedy.ts';

/** Where a forget gate keeps 95 % of its cell. */
const open = 3;

/** Forget gates that start open. **Source** Gers 2000; Jozefowicz et al. 2015. */
export const forgetBias: Remedy = {
  name: 'forget-bias',
  aliases: ['unit-forget-bias'],
  summary: 'forget gates that start open',
  mends: 'signal',
  why: 'forget gates that start open carry the cell, and its gradient, from step to step',
  propose: ({ net, forget, chrono }) => (net.name === 'lstm' && forget < open && chrono === null ? { forget: open } : null),
};
