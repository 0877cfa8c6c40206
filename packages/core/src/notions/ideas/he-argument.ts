import type { Notion } from '../notion.ts';

/** Why He and others chose Var W = 2 / fan in. */
export const heArgument: Notion = {
  name: 'he-argument',
  aliases: ['hes-argument', 'kaiming-argument'],
  summary: 'why He and others chose Var W = 2 / fan in',
  explanation: {
    text: [
      'relu stops half of its inputs, so it halves both the mean square of the signal and the squared gradient.',
      "Twice the variance makes up for it exactly, at every depth: 2 · ½ = 1. With Xavier's variance thirty layers would leave (1/2)³⁰, a billionth of the squared gradient.",
    ],
    formula: '½ · fan in · Var W = 1',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=30 act=relu init=he-normal',
    seeAlso: ['he-normal', 'relu', 'xavier-argument'],
  },
};
