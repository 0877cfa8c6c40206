import type { Remedy } from './remedy.ts';

/** Training steps that show whether a training goes on. */
const enough = 150;

/** Clipping of the gradient's norm: a burst moves the weights no further than any other step; the gradient is as it was. **Source** Pascanu, Mikolov & Bengio 2013, 1211.5063. */
export const clipping: Remedy = {
  name: 'clipping',
  aliases: ['gradient-clipping', 'clip'],
  summary: 'the norm of the gradient clipped to 1 while training',
  mends: 'leaps',
  why: 'gradients are cut to a norm of 1, so a burst of them no longer ends the training',
  outcome: 'the same gradient at the start, cut to size before it becomes a step',
  propose: ({ clip, train }) => (clip === null ? { clip: 1, train: Math.max(train, enough) } : null),
};
