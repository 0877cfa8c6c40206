import type { Notion } from '../notion.ts';

/** Why Glorot and Bengio chose Var W = 2 / (fan in + fan out). */
export const xavierArgument: Notion = {
  name: 'xavier-argument',
  aliases: ['xaviers-argument', 'glorot-argument', 'glorot-and-bengio'],
  summary: 'why Glorot and Bengio chose Var W = 2 / (fan in + fan out)',
  explanation: {
    text: [
      'Take units as linear. The signal keeps its variance on its way forward if Var W = 1/fan in, the gradient on its way back if Var W = 1/fan out; the mean of both denominators serves both half way.',
      'The old standard, uniform between ±1/√n, has a third of that, so the gradient lost a factor 3 in variance per layer.',
      'The argument forgets the slope of the activation: right for tanh near zero, wrong by 2 for relu.',
    ],
    formula: 'fan in · Var W = 1,  fan out · Var W = 1',
    source: 'Glorot & Bengio 2010',
    example: 'depth=6 act=tanh init=glorot-uniform',
    seeAlso: ['glorot-uniform', 'he-argument', 'fan-in'],
  },
};
