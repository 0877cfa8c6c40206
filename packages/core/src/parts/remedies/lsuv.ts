import type { Remedy } from './remedy.ts';

/** Layer-sequential unit variance: fixes the forward scale of any activation. **Source** Mishkin & Matas 2015, 1511.06422. */
export const lsuv: Remedy = {
  name: 'lsuv',
  aliases: [],
  summary: 'layer-sequential unit variance',
  explanation: {
    text: [
      'Rescales each layer on a first batch until its pre-activations have unit variance.',
      'The signal then has the same size everywhere, and the gradient takes what the activation makes of it: 1 per layer for relu, 1.18 for tanh.',
      'It helps where weights were simply too small or too large.',
    ],
    formula: 'W ← W / √Var z',
    source: 'Mishkin & Matas 2015, arXiv 1511.06422',
    example: 'depth=30 act=relu init=lsuv',
    seeAlso: ['lsuv', 'remedy=layer-norm'],
  },
  mends: 'signal',
  // time steps share their weights, and what fits one of them fits no other
  speaksOf: ['norm'],
  why: 'each layer is rescaled on the first batch until its pre-activation has unit variance',
  propose: ({ init }) => (init.name === 'lsuv' ? null : { init: { name: 'lsuv', parameter: null }, gain: null, bias: 0 }),
};
