import type { Remedy } from './remedy.ts';

/** Layer-sequential unit variance: fixes the forward scale of any activation. **Source** Mishkin & Matas 2015, 1511.06422. */
export const lsuv: Remedy = {
  name: 'lsuv',
  aliases: [],
  summary: 'layer-sequential unit variance',
  mends: 'signal',
  // time steps share their weights, and what fits one of them fits no other
  speaksOf: ['norm'],
  why: 'each layer is rescaled on the first batch until its pre-activation has unit variance',
  propose: ({ init }) => (init.name === 'lsuv' ? null : { init: { name: 'lsuv', parameter: null }, gain: null, bias: 0 }),
};
