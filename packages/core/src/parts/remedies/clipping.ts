import type { Remedy } from './remedy.ts';

/** Training steps that show whether a training goes on. */
const enough = 150;

/** Clipping of the gradient's norm: a burst moves the weights no further than any other step; the gradient is as it was. **Source** Pascanu, Mikolov & Bengio 2013, 1211.5063. */
export const clipping: Remedy = {
  name: 'clipping',
  aliases: ['gradient-clipping', 'clip'],
  summary: 'the norm of the gradient clipped to 1 while training',
  explanation: {
    text: [
      'Cuts the norm of the gradient to 1 while training.',
      'The gradient at the start is as it was; a burst of it moves the weights no further than any other step, so a training that used to end in NaN goes on.',
      'It is for gradients that explode, above all through time; a vanished gradient it leaves alone.',
    ],
    formula: 'g ← g · min(1, 1 / ‖g‖)',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=1 train=150',
    seeAlso: ['clip', 'clip-by=norm', 'exploding-gradient-problem'],
  },
  mends: 'leaps',
  why: 'gradients are cut to a norm of 1, so a burst of them no longer ends the training',
  outcome: 'the same gradient at the start, cut to size before it becomes a step',
  propose: ({ clip, train }) => (clip === null ? { clip: 1, train: Math.max(train, enough) } : null),
};
